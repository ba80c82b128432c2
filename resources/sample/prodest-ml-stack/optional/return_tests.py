# ----------------------------------------------------------------------------------------------
# Verifica se a API continua retornando valores esperados. Reinicie a API antes: a consulta de
# feedbacks é limitada por um controle que fica na memória dela.
# ----------------------------------------------------------------------------------------------
import sys
import time
from datetime import datetime

import requests
from test_configs import API_TOKEN, API_URL, FEATURES, MODEL_NAME, TARGETS

RED, GREEN, RESET = "\033[1;31m", "\033[0;32m", "\033[0;0m"
HEADERS = {"Authorization": API_TOKEN}


def pedir(endpoint, pedido, headers=None):
    return requests.post(f"{API_URL}/{endpoint}", json=pedido, headers=HEADERS if headers is None else headers).json()


def esperar(job):
    for _ in range(100):
        resposta = pedir("status", {"job_id": job})
        if resposta["status"] != "Queued":
            return resposta
        time.sleep(0.05)
    return resposta


def preparar():
    """Os jobs de que os testes precisam; None se a stack não os aceitou."""
    jobs = []
    for pedido in ({"method": "predict", "features": FEATURES}, {"method": "info"}):
        resposta = pedir("inference", {"model_name": MODEL_NAME, **pedido})
        print(f"RETORNO: {resposta}")
        if "job_id" not in resposta:
            print(f"\n{RED}Falha na preparação dos testes. Verifique o retorno acima.{RESET}")
            return None
        esperar(resposta["job_id"])
        jobs.append(resposta["job_id"])
    return jobs


def casos(predict, info):
    hoje = datetime.now().strftime("%d/%m/%Y")
    erro = "Só é possível dar feedback para o método 'predict'."
    return [
        ("raiz da API", requests.get(f"{API_URL}/").json(), {"response": "A API está no ar."}),
        ("sem o token no header", pedir("status", {}, {}), {"detail": "Not authenticated"}),
        ("predict", pedir("status", {"job_id": predict}), {"status": "Done", "response": TARGETS}),
        ("job inexistente", pedir("status", {"job_id": "x"}), {"status": "Error", "response": "Job não encontrado."}),
        ("feedback de info", pedir("feedback", {"job_id": info, "feedback": TARGETS}),
         {"status": "Error", "response": erro}),
        ("feedback", pedir("feedback", {"job_id": predict, "feedback": TARGETS}),
         {"status": "Done", "response": "Feedback gravado."}),
        ("get_feedback", pedir("get_feedback", {"model_name": MODEL_NAME, "initial_date": hoje}),
         {"status": "Done", "response": 1}),
    ]


def rodar():
    jobs = preparar()
    if jobs is None:
        return
    versao = requests.get(f"{API_URL}/version").json().get("Stack Version", "")
    forma = versao[:1] == "r" and versao[-1:] == ")" and " (mllibprodest==" in versao
    testes = [("version", versao if not forma else "rx.y.z (mllibprodest==a.b.c)", "rx.y.z (mllibprodest==a.b.c)")]
    testes += casos(*jobs)
    falhas = 0
    for numero, (nome, recebida, esperada) in enumerate(testes, 1):
        print(f"\nTeste #{numero}: {nome}")
        print(f"=> Resposta esperada..: {esperada}")
        print(f"=> Resposta recebida..: {recebida}")
        falhas += recebida != esperada
        print(f"{GREEN}PASSOU!{RESET}" if recebida == esperada else f"{RED}FALHOU!{RESET}")
    if falhas == 0:
        print(f"\n\n{GREEN}    **** PASSOU EM TODOS OS {len(testes)} TESTES!{RESET}")
    else:
        print(f"\n\n{RED}    **** FALHOU EM {falhas}/{len(testes)} DOS TESTES!{RESET}")


if __name__ == "__main__":
    try:
        rodar()
    except Exception as erro:
        print(f"\n{RED}ERROR: {type(erro).__name__} - {erro}{RESET}\n")
    sys.exit(0)
