#!/usr/bin/env bash
# Three clients of the table service on one Azurite in one run, in turn, and the slope from 1 to 64 callers. usage: tables.sh [ROUNDS]     needs tests/run once
set -eu
here=$(cd "$(dirname "$0")" && pwd); node=$here/../node; rounds=${1:-3}; scratch=$(mktemp -d)
dotnet build "$here" -c Release --nologo -v q >/dev/null
dotnet build "$here/deprecated" -c Release --nologo -v q -o "$scratch/deprecated" -p:BaseIntermediateOutputPath="$scratch/obj/" >/dev/null
port=$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })')
node "$node/node_modules/azurite/dist/src/table/main.js" --tableHost 127.0.0.1 --tablePort "$port" --inMemoryPersistence --disableTelemetry --skipApiVersionCheck --silent >/dev/null 2>&1 & azurite=$!
trap 'kill $azurite' EXIT
for _ in $(seq 200); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.05; done
# The emulator's only account; its key stands in its documentation.
connection="DefaultEndpointsProtocol=http;AccountName=devstoreaccount1;AccountKey=Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==;TableEndpoint=http://127.0.0.1:$port/devstoreaccount1"
for _ in $(seq "$rounds"); do
  dotnet "$here/bin/Release/net10.0/Hotline.Benchmarks.dll" tables "$connection"
  NODE_PATH=$node/node_modules node "$here/tables-node.js" "$connection"
  dotnet "$scratch/deprecated/Deprecated.dll" "$connection"
done
dotnet "$here/bin/Release/net10.0/Hotline.Benchmarks.dll" slope "$connection" 3
