"""O classificador: conta as palavras de cada classe."""
import csv
import re
from collections import Counter, defaultdict


def palavras(texto):
    return re.findall(r"\w+", texto.lower())


def carregar_dataset(caminho, quantidade):
    with open(caminho, encoding="utf-8", newline="") as arquivo:
        return [(linha["tweet"], linha["classe"]) for linha in csv.DictReader(arquivo)][:quantidade]


def treinar_classificador(exemplos):
    contagem = defaultdict(Counter)
    for texto, classe in exemplos:
        contagem[classe].update(palavras(texto))
    return {classe: dict(palavras_da_classe) for classe, palavras_da_classe in sorted(contagem.items())}


def classificar(modelo, texto):
    pontos = {classe: sum(contagem.get(p, 0) for p in palavras(texto)) for classe, contagem in modelo.items()}
    return max(sorted(pontos), key=pontos.get)


def acuracia(modelo, exemplos):
    certos = sum(classificar(modelo, texto) == classe for texto, classe in exemplos)
    return certos / len(exemplos)
