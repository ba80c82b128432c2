#!/usr/bin/env bash
# Instalação dos pacotes (exemplo: boto3==1.0)
set -eu
INSTALL_DIR=/opt/x
PANDAS=${PANDAS_VERSION:-2.2.2}
export BOTO="1.34.131"   # with s3fs

pip3 install --upgrade pip==24.1 setuptools==70.1.1
for f in a b; do
  echo "pip install $f==1"
done
if [[ -f requirements.txt ]]; then
  pip3 install -r requirements.txt \
    "ib_insync==0.9.65" \
    pandas=="$PANDAS" boto3==${BOTO}
fi
pip install $INSTALL_DIR/helpers-1.2.tar.gz && sudo -H /usr/bin/python3 -m pip install 's3fs>=2024.6'
( cd /tmp; pip download cython==3.0.10 )
