# ----------------------------------------------------------------------------------------------
# Gera as credenciais da Stack no arquivo 'credentials_stack.txt', se ele ainda não existe.
# ----------------------------------------------------------------------------------------------
import os
import secrets
import sys
import time

PASTA = "/prodest-ml-stack/temp_builder"
TRAVA = os.path.join(PASTA, "lock_builder.lck")
ARQUIVO = os.path.join(PASTA, "credentials_stack.txt")


def gerar():
    usuario = f"mlflowadmin{secrets.token_hex(2)}"
    return f"""# ATENÇÃO!!! CADASTRE ESSAS CREDENCIAIS EM UM COFRE DE SENHAS E DESCARTE ESTE ARQUIVO!!!

# KEY_WORKERS:
key_workers={secrets.token_hex(16)}

# Queue:
rabbitmq_default_user=rbquser{secrets.token_hex(2)}
rabbitmq_default_pass={secrets.token_hex(16)}

# Model Registry (MLFLOW):
admin_username={usuario}
admin_password={secrets.token_hex(16)}

# API_TOKEN:
api_token={secrets.token_hex(24)}
"""


if not sys.stdin.isatty():
    sys.exit("Este container precisa de um terminal.")
open(TRAVA, "w").close()
try:
    if os.path.exists(ARQUIVO):
        print("\n>>> As credenciais do deploy anterior serão utilizadas. O deploy vai continuar "
              "automaticamente...", flush=True)
        time.sleep(2)
    else:
        with open(ARQUIVO, "w", encoding="utf-8") as arquivo:
            arquivo.write(gerar())
        print("\n>>> Credenciais geradas em 'temp_builder/credentials_stack.txt'.", flush=True)
        time.sleep(1)
except KeyboardInterrupt:
    sys.exit("\nCancelado: a trava fica, para que ninguém construa com credenciais pela metade.")
os.remove(TRAVA)
