# syntax=docker/dockerfile:1.7
# check=skip=JSONArgsRecommended
ARG PYTHON=3.12
ARG PIP_VERSION=24.0
FROM python:${PYTHON}-slim AS builder
ARG PIP_VERSION
ARG NUMPY=2.1.3 SCIPY="1.14.1"
ENV TORCH_VERSION=${TORCH_VERSION:-2.4.0} \
    # the next one is read by the entry point, not by pip
    APP_VERSION="r1.6.18 (lib-stack==1.8.12)"
RUN pip install --no-cache-dir "pip==${PIP_VERSION}" \
    && pip install --no-cache-dir numpy==$NUMPY "scipy[x]==${SCIPY}" \

       # pandas==1.0.0 stays out \
       torch==$TORCH_VERSION --extra-index-url https://download.example.org/whl/cpu==1
RUN --mount=type=cache,target=/root/.cache/pip <<EOF
set -eux
WHEEL=0.44.0
python -m pip install wheel=="${WHEEL}" \
    build>=1.2 "hatchling>=1.25"
cat > /tmp/r.txt <<INNER
never==1.0
INNER
EOF

FROM builder AS final
COPY requirements.txt /tmp/
RUN pip install -r /tmp/requirements.txt -c /tmp/constraints.txt && \
    bash /tmp/install_python_packages.sh && \
    if [ "$X" = 1 ]; then pip3.12 install 'gunicorn[gevent]==22.0.0'; else pip3.12 install 'gunicorn[gevent]==22.0.0'; fi
RUN ["python", "-m", "pip", "install", "uvicorn==0.30.1", "h11>=0.14"]
ONBUILD RUN uv pip install --system ruff==0.5.0 # pip install no==1
LABEL stack="fastapi==0.1"
CMD ["python", "-c", "print(\"x==1\")"]