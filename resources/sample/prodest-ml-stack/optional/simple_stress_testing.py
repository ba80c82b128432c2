# ----------------------------------------------------------------------------------------------
# Teste de stress simples da Stack: faz requisições sem parar. Interrompa com CTRL+C.
# ----------------------------------------------------------------------------------------------
import sys
import time

import requests
from test_configs import API_TOKEN, API_URL, CLEAR_SCREEN, DELAY, FEATURES, MODEL_NAME

HEADERS = {"Authorization": API_TOKEN}


def esperar(job):
    for _ in range(100):
        resposta = requests.post(f"{API_URL}/status", json={"job_id": job}, headers=HEADERS).json()
        if resposta["status"] != "Queued":
            return resposta
        time.sleep(0.05)
    raise RuntimeError(f"o job {job} não terminou")


def rodada(numero):
    tempos, falhas = [], 0
    for _ in range(5):
        inicio = time.monotonic()
        pedido = {"model_name": MODEL_NAME, "features": FEATURES, "method": "predict"}
        resposta = requests.post(f"{API_URL}/inference", json=pedido, headers=HEADERS).json()
        if "job_id" not in resposta:
            raise RuntimeError(resposta.get("response") or resposta.get("detail"))
        falhas += esperar(resposta["job_id"])["status"] != "Done"
        tempos.append(time.monotonic() - inicio)
        time.sleep(DELAY)
    if CLEAR_SCREEN:
        print("\033[2J\033[H", end="")
    print(f"Rodada {numero}: {len(tempos)} requisições, {falhas} falhas, "
          f"média {sum(tempos) / len(tempos) * 1000:.0f} ms, pior {max(tempos) * 1000:.0f} ms", flush=True)


if __name__ == "__main__":
    try:
        contador = 1
        while True:
            rodada(contador)
            contador += 1
    except KeyboardInterrupt:
        print("\nTeste interrompido pelo usuário!\n")
    except Exception as erro:
        print(f"\nERROR: {type(erro).__name__} - {erro}\n")
    sys.exit(0)
