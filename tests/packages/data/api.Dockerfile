# syntax=docker/dockerfile:1
FROM python:3.12-slim AS base
# Instalação das bibliotecas — não retirar (exemplo antigo: pymongo==3.0.0)
ENV STACK_VERSION="r1.6.18 (lib-stack==1.8.12)"
LABEL note="fastapi==0.1"
RUN apt-get update && apt-get install -y --no-install-recommends foo=1.2 && rm -rf /var/lib/apt/lists/*
RUN pip install --no-cache-dir --upgrade pip==26.0.1 setuptools==82.0.1 && pip install --no-cache-dir pymongo==4.16.0 requests==2.33.1 \
    numpy==2.1.3 \  
    # pandas==1.0.0 \

    "python-jose[cryptography]==3.5.0" 'passlib[bcrypt]>=1.7.4' \
    uvicorn==0.24.0.post1 ruamel_yaml && \
    echo "done==1" && mkdir -p /app/x
RUN pip install -r requirements.txt \
 && python3 -m pip install pika==1.3.2 ; /opt/venv/bin/pip3.12 --no-cache-dir install -qU rich==13.7.1 || true
#RUN pip install dead==1.0
RUN ["python", "-m", "pip", "install", "minio==7.2.5"]
CMD ["python", "main.py", "x==1"]
RUN --mount=type=cache,target=/root/.cache uv pip install --system mlflow[auth]==3.10.1 && /tmp/x.sh