"""O modelo publicado."""
import re

from mllibprodest.interfaces import ModelPublicationInterfaceCLF
from mllibprodest.provider import load_model


class ModeloCLF(ModelPublicationInterfaceCLF):
    def __init__(self, nome):
        self.nome = nome
        self.contagem, self.versao = load_model(nome)

    def predict(self, features):
        return [self.classe(texto) for texto in features]

    def classe(self, texto):
        palavras = re.findall(r"\w+", texto.lower())
        pontos = {c: sum(contagem.get(p, 0) for p in palavras) for c, contagem in self.contagem.items()}
        return max(sorted(pontos), key=pontos.get)

    def info(self):
        return {"model_name": self.nome, "version": self.versao, "classes": sorted(self.contagem)}
