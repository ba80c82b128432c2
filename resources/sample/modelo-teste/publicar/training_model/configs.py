# Parâmetros do treinamento
caminho_dataset = "datasets/tweets.csv"
nome_experimento = "CLF-Cyberbullying_Tweets"
nome_modelo = "CLF_CYBER_BULLYING_TWEETS"

# Diminua se o computador não tiver memória suficiente
qtd_exemplos = 50000
