@echo off
rem Written by tools/windows_zip.py from one template. No block in brackets: a path may hold brackets.
chcp 65001 >nul
title {title}
pushd "%~dp0"
if not exist "program\packages\generator\__main__.py" goto unpack
if not exist "program\python\python.exe" goto lacking
if exist "{shop}\playbook*" goto run
"program\python\python.exe" -X utf8 -m generator new "{shop}" --language {language} --size team
if errorlevel 1 goto end
:run
{before}
"program\python\python.exe" -X utf8 -m generator {command} --playbook "{shop}"
if errorlevel 1 goto end
{after}
:end
echo.
popd
pause
exit /b
:unpack
echo {unpack}
goto end
:lacking
echo {lacking}
goto end
