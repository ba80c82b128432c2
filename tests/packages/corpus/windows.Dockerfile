# escape=`
FROM mcr.example.org/windows/servercore:ltsc2022
ARG REQ=2.32.3
RUN pip install `
    requests==${REQ} `
    # urllib3==1.26`
    urllib3==2.2.2
RUN python -m pip install pywin32==306