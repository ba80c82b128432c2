# ----------------------------------------------------------------------------------------------
# Parâmetros dos scripts 'simple_stress_testing.py' e 'return_tests.py'.
# ----------------------------------------------------------------------------------------------
import os

# Altere conforme a variável 'api_token' que consta no arquivo 'temp_builder/credentials_stack.txt'
API_TOKEN = "COLE_AQUI_O_TOKEN"

# Intervalo entre cada requisição em segundos.
DELAY = 0.2

# Define se deve limpar a tela no final de cada rodada do teste. Se não quiser limpar, altere para 'False'
CLEAR_SCREEN = True

# Endereço da API. Só altere se estiver direcionando o teste para outra máquina
API_URL = f"http://localhost:{os.environ.get('API_PORT', '18080')}"

MODEL_NAME = "CLF_CYBER_BULLYING_TWEETS"
FEATURES = ["bom dia, que café excelente", "com essa idade, melhor ficar calado"]
TARGETS = ["not_cyberbullying", "age"]
