#!/bin/bash
echo -e "\n\n---------------------------> D E S T R O Y I N G    T H E    S T A C K <---------------------------\n\n"
echo -e "*** ATENÇÃO: Este script irá destruir os containers e apagar as imagens criadas na build/deploy da stack. ***\n"
read -e -p "    >> Deseja continuar [yes/no]? " resp

if [ "${resp}" == "yes" ]; then
    echo -e "\n>>> Destruindo os containers...\n"
    ./docker-compose down -t 2
    echo -e "\n>>> Apagando as imagens...\n"
    docker image rm slipway-sample-training slipway-sample-worker slipway-sample-retrain \
        slipway-sample-api slipway-sample-mlflow
    echo -e "\n\nProcesso de destroy dos containers finalizado.\n\n"

    read -e -p "    >> Deseja destruir o PORTAINER também [yes/no]? " resp
    if [ "${resp}" == "yes" ]; then
        echo -e "\n>>> Esta stack de exemplo não tem Portainer.\n"
    fi
fi
exit 0
