"""O que um modelo precisa ter para ser publicado."""


class ModelPublicationInterfaceCLF:
    """Um classificador publicado por um worker."""

    def predict(self, features):
        """Devolve uma classe para cada texto."""
        raise NotImplementedError

    def info(self):
        """Devolve o que se sabe do modelo."""
        raise NotImplementedError
