"""Retreina os modelos que estão em produção."""
import importlib
import json

with open("/worker_retrain/params.conf", encoding="utf-8") as arquivo:
    for modelo in json.load(arquivo)["models"]:
        execucao = importlib.import_module(modelo["module"]).retreinar(modelo["model_name"])
        print(f"=> {modelo['model_name']}: nova execução {execucao}")
print("\n=> Rotina de retreino finalizada com sucesso!\n")
