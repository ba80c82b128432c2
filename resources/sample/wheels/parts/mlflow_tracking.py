"""The same client under the name that older code uses."""
from mlflow import MlflowClient  # noqa: F401
