#!/bin/bash
# Constrói, utiliza e destrói o container temporário que gera as credenciais da Stack.
image=img-tempbuilder-slipway-sample
container=cont-tempbuilder-slipway-sample
stack=$(cd .. && pwd)

echo -e "\n>>> Gerando as credenciais em um container temporário...\n"
docker build -t $image . --no-cache || exit 1
docker run -it -v "$stack:/prodest-ml-stack" --name $container $image
status=$?
if [ $status -ne 0 ] && [ ! -f lock_builder.lck ]; then
    echo -e "\n\e[1;31mERRO: Falha ao tentar criar o container. Verifique as mensagens acima.\e[0m\n"
    docker rm $container 2> /dev/null
    docker image rm $image
    exit 1
fi
docker rm $container
docker image rm $image

value() { sed -n "s/^$1=//p" credentials_stack.txt; }
(
    umask 077
    cat > ../stack/.env <<END
MLFLOW_TRACKING_USERNAME=$(value admin_username)
MLFLOW_TRACKING_PASSWORD=$(value admin_password)
RABBITMQ_DEFAULT_USER=$(value rabbitmq_default_user)
RABBITMQ_DEFAULT_PASS=$(value rabbitmq_default_pass)
API_TOKEN=$(value api_token)
API_TOKEN_WORKERS=$(value key_workers)
END
)
exit 0
