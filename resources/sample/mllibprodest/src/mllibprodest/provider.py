"""Acha o modelo em produção no registro de modelos."""
import json

import mlflow
from mlflow import MlflowClient


class ModelNotInProduction(Exception):
    """Nenhuma versão do modelo tem o alias de produção."""


def production_version(name, alias="production"):
    """A versão do modelo que tem o alias; erro se não há nenhuma."""
    try:
        return MlflowClient().get_model_version_by_alias(name, alias)
    except mlflow.MlflowException as error:
        raise ModelNotInProduction(f"models:/{name}@{alias}: {error}") from None


def load_model(name, alias="production"):
    """Os parâmetros do modelo que está em produção, e a versão dele."""
    version = production_version(name, alias)
    content = mlflow.load_artifact(version.run_id, "model/model.json")
    return json.loads(content), version.version
