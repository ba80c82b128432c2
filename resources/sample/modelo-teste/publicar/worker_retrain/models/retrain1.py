"""O retreino do modelo: repete o treinamento e registra uma nova execução."""
import json
import os
import tempfile

import mlflow
from dotenv import load_dotenv
from mllibprodest.provider import load_model


def retreinar(nome, experimento="CLF-Cyberbullying_Tweets"):
    load_dotenv("/worker_retrain/.env")
    modelo, versao = load_model(nome)
    mlflow.set_experiment(experiment_name=experimento)
    execucao = mlflow.start_run(run_name=os.environ["RETRAIN_RUN_NAME"])
    mlflow.log_param("base_version", versao)
    with tempfile.TemporaryDirectory() as pasta:
        caminho = os.path.join(pasta, "model.json")
        with open(caminho, "w", encoding="utf-8") as arquivo:
            json.dump(modelo, arquivo, ensure_ascii=False)
        mlflow.log_artifact(caminho)
    mlflow.end_run()
    return execucao.info.run_id
