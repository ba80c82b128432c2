#!/bin/bash
echo -e "\n\n---------------------------> D E P L O Y I N G    T H E    S T A C K <---------------------------\n"
base_path=$(pwd)
repo=https://example.org/modelo-teste.git

if [ -f "temp_builder/lock_builder.lck" ]; then
    echo -e "\n\e[1;31m------------------------------ DEPLOY TRAVADO ------------------------------"
    echo "O deploy foi cancelado (CTRL+c) na geração das credenciais."
    echo "Remova 'temp_builder/lock_builder.lck' e, se for o caso, 'temp_builder/credentials_stack.txt',"
    echo -e "e inicie novamente o deploy.\e[0m\n"
    exit 1
fi

# O compose que houver: o plugin novo ou o programa antigo.
if [ ! -f stack/docker-compose ]; then
    if docker compose version > /dev/null 2>&1; then
        printf '#!/bin/sh\nexec docker compose "$@"\n' > stack/docker-compose
    elif command -v docker-compose > /dev/null; then
        printf '#!/bin/sh\nexec docker-compose "$@"\n' > stack/docker-compose
    else
        echo -e "\e[1;31mERRO: instale docker-compose ou o plugin 'docker compose'.\e[0m"
        exit 1
    fi
    chmod +x stack/docker-compose
fi

# Uma stack de outra pasta com o mesmo nome de projeto seria tomada por esta.
outra=$(docker ps -a --filter "label=com.docker.compose.project=${COMPOSE_PROJECT_NAME:-stack}" \
    --format '{{.Label "com.docker.compose.project.working_dir"}}' | grep -vxF "$base_path/stack" | head -n 1)
if [ -n "$outra" ]; then
    echo -e "\e[1;31mERRO: já existe uma stack em '$outra'. Destrua-a antes (./destroy.sh naquela pasta).\e[0m"
    exit 1
fi

echo ""
read -e -p "*** ATENÇÃO: Deseja clonar e utilizar o modelo de exemplo ($repo) [yes/no]? " resp

if [ "${resp}" == "yes" ]; then
    echo -e "\n>>> Clonando o repositório com o modelo de exemplo...\n"
    if ! git clone $repo; then
        echo -e "\n\e[1;31mERRO: Falha ao clonar o repositório '$repo'.\e[0m\n"
        exit 1
    fi
    cp -vR modelo-teste/publicar "$base_path"
else
    echo -e "\n>>> Utilizando a pasta 'publicar'..."
    echo -e "\n\n            \e[1;31m****** Caso existam arquivos de deploys anteriores, estes serão EXCLUÍDOS! ******\e[0m\n"
    echo -e "\n*** ATENÇÃO: Antes de continuar, copie a pasta 'publicar' do seu modelo para a pasta '$base_path'.\n"
    read -e -p "    A pasta 'publicar' foi copiada? Deseja continuar [yes/no]? " resp
fi

if [ "${resp}" != "yes" ]; then
    echo -e "\nScript abortado!\n"
    exit 1
fi

if [ ! -d "$base_path/publicar" ]; then
    echo -e "\n\e[1;31mERRO: A pasta 'publicar' não foi encontrada no caminho '$base_path'. Script abortado!\e[0m\n"
    exit 1
fi

if [ -d .git ]; then
    echo -e "\n>>> Retirando informações de GIT da pasta da stack...\n"
    rm -fR .git
fi

for arquivo in training_model/train.py training_model/requirements.txt worker_pub/params.conf \
        worker_pub/requirements.txt worker_retrain/params.conf worker_retrain/requirements.txt; do
    if [ ! -f "publicar/$arquivo" ]; then
        echo -e "\n\e[1;31mERRO: Este arquivo NÃO foi encontrado dentro da pasta 'publicar': $arquivo\e[0m\n"
        exit 1
    fi
done

echo -e "\n>>> Copiando os arquivos necessários para as devidas pastas...\n"
rm -fR workers_deploy
mkdir workers_deploy
cp -R publicar/training_model publicar/worker_pub publicar/worker_retrain workers_deploy/
cp -R workers/. workers_deploy/

cd temp_builder
./make_tempbuilder.sh || exit 1
cd "$base_path"
if [ -f temp_builder/lock_builder.lck ]; then
    echo -e "\n\e[1;31mDEPLOY TRAVADO: cancelado na geração das credenciais.\e[0m\n"
    exit 1
fi

construir() {
    echo -e "\n\n    [$1/5]  * $2 *\n\n"
    if ! docker build -t "$2" --no-cache "$3"; then
        echo -e "\n\e[1;31mERRO: Falha na build da imagem. Verifique as mensagens acima para mais detalhes.\e[0m\n"
        exit 1
    fi
}

echo -e "\n\n>>> Construindo as imagens...\n"
construir 1 slipway-sample-training workers_deploy/training_model
construir 2 slipway-sample-worker workers_deploy/worker_pub
construir 3 slipway-sample-retrain workers_deploy/worker_retrain
construir 4 slipway-sample-api api
construir 5 slipway-sample-mlflow model_registry

echo -e "\n\n>>> Subindo a stack...\n"
cd stack
if ! ./docker-compose up -d; then
    echo -e "\n\e[1;31mERRO: Falha ao tentar subir a stack. Verifique as mensagens acima para mais detalhes.\e[0m\n"
    exit 1
fi

sleep 2
echo -e "\n\n>>> Parando os containers de treino/retreino do modelo (economia de recursos)...\n"
# O compose novo escreve os nomes com hífen e o antigo, com sublinhado.
projeto=${COMPOSE_PROJECT_NAME:-stack}
for servico in mltraining-model worker-retrain; do
    docker stop -t 1 "$projeto-$servico-1" 2> /dev/null || docker stop -t 1 "${projeto}_${servico}_1"
done

echo -e "\n\n\e[1;32mProcesso de build/deploy finalizado.\e[0m\n\n"
