# ----------------------------------------------------------------------------------------------
# Script para treinamento do modelo
# ----------------------------------------------------------------------------------------------
import json
import os
import sys
import tempfile
from datetime import datetime
from time import sleep

import mlflow

import configs as cf
from utils import acuracia, carregar_dataset, treinar_classificador


def treinar():
    id_exec = datetime.now().strftime("%Y-%m-%d_%H%M%Shs")
    print(f"# ID da execução: {id_exec}\n")
    exemplos = carregar_dataset(os.path.join(os.path.dirname(os.path.abspath(__file__)), cf.caminho_dataset),
                                cf.qtd_exemplos)
    print(f"=> {len(exemplos)} exemplos carregados")

    mlflow.set_experiment(experiment_name=cf.nome_experimento)
    execucao = mlflow.start_run(run_name=id_exec, description="Classificador de exemplo")
    mlflow.set_tags({"Projeto": "Classificador de exemplo", "team": "TESTES"})
    modelo = treinar_classificador(exemplos)
    for epoca in range(1, 4):
        sleep(0.3)
        print(f"Epoch {epoca}/3 - accuracy: {acuracia(modelo, exemplos) - 0.05 * (3 - epoca):.4f}", flush=True)
    mlflow.log_param("qtd_exemplos", cf.qtd_exemplos)
    mlflow.log_metric("accuracy", acuracia(modelo, exemplos))
    with tempfile.TemporaryDirectory() as pasta:
        caminho = os.path.join(pasta, "model.json")
        with open(caminho, "w", encoding="utf-8") as arquivo:
            json.dump(modelo, arquivo, ensure_ascii=False)
        mlflow.log_artifact(caminho)
    print(f"=> Execução registrada no experimento {cf.nome_experimento}: {execucao.info.run_id}")
    mlflow.end_run()


if __name__ == "__main__":
    try:
        treinar()
    except mlflow.MlflowException as erro:
        sys.exit(f"ERRO no treinamento: {erro}")
    print("\n=> Rotina de treinamento finalizada com sucesso!\n")
