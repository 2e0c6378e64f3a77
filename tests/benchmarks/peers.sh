#!/usr/bin/env bash
# Everything side by side in one run: peers and floors from a harness kept outside this repository, and ours.
# usage: peers.sh HARNESS [SCRATCH] [ROUNDS]     needs wrk, node and npm; strace if there is one
# HARNESS holds scenario.json, package.json, js/ and cs/Floor. Loopback only; ends what it starts, by pid. About ten minutes.
set -eu
here=$(cd "$(dirname "$0")" && pwd); harness=$(cd "$1" && pwd); scratch=${2:-$(mktemp -d)}; rounds=${3:-3}
mkdir -p "$scratch/peers" "$scratch/db"; out=$scratch/results.jsonl; : >"$out"
scenario=$harness/scenario.json
[ -d "$scratch/peers/node_modules" ] || { cp "$harness/package.json" "$scratch/peers/"; (cd "$scratch/peers" && npm install --no-audit --no-fund --ignore-scripts >/dev/null); }
dotnet build "$harness/cs/Floor/Floor.csproj" -c Release -o "$scratch/floor" --nologo -v q -p:BaseIntermediateOutputPath="$scratch/obj/" >/dev/null
dotnet build "$here" -c Release --nologo -v q >/dev/null
dotnet publish "$here/../../functions" -c Release -r linux-x64 -o "$scratch/gateway" --nologo -v q >/dev/null
ours="dotnet $here/bin/Release/net10.0/Hotline.Benchmarks.dll"; floor="dotnet $scratch/floor/Floor.dll"; export NODE_PATH=$scratch/peers/node_modules
cd "$scratch/db"
say() { sed "s/^{/{\"kind\":\"$1\",/" >>"$out"; echo "  $2" >&2; }

echo "engines, $rounds times in turn" >&2
for _ in $(seq "$rounds"); do
  $floor engine "$scenario" stj | say engine csharp-stj
  $ours engine "$scenario" | say engine ours
  node --expose-gc "$harness/js/bench.js" xstate | say engine xstate
done
node --expose-gc "$harness/js/bench.js" floip-stripped --conv 400 --held 20000 | say engine floip-stripped

ticks() { awk '{print $14+$15}' "/proc/$1/stat"; }
serve() { # kind name port path command...
  local kind=$1 name=$2 port=$3 path=$4; shift 4
  "$@" >"$scratch/log" 2>&1 & local pid=$!
  for _ in $(seq 600); do (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null && break; sleep 0.02; done
  if [ "$path" = turn ]; then node "$harness/js/web/make-turns.js" "$port" "$scenario" "$scratch/w.lua" 1000
  else node "$harness/js/web/make-wrk.js" "$port" "$path" "$scratch/w.lua" >/dev/null; fi
  wrk -t1 -c16 -d8s -s "$scratch/w.lua" "http://127.0.0.1:$port/$path" >/dev/null
  for connections in 64 16 1; do
    local before line; before=$(ticks $pid)
    line=$(wrk -t1 -c$connections -d4s --latency -s "$scratch/w.lua" "http://127.0.0.1:$port/$path" | sed -n 's/^JSON {//p')
    printf '{"peer":"%s","connections":%s,"ticks":%s,%s\n' "$name" "$connections" "$(($(ticks $pid) - before))" "$line" | say "$kind" "$name, $connections connections"
  done
  kill $pid; wait $pid 2>/dev/null || true
}

echo "over HTTP, $rounds times in turn" >&2
for _ in $(seq "$rounds"); do
  serve turn "express + twilio + xstate, in memory" 18123 turn node "$harness/js/web/express-turn.js" 18123 "$scenario" xstate
  serve turn ours 18130 turn $ours turn 18130 "$scenario" "$scratch/db/ours.db"
  serve turn "C# floor, SQLite FULL" 18122 turn $floor web 18122 "$scenario" "$scratch/db/floor.db" FULL
done
serve door "Kestrel /sms" 18103 sms $floor web 18103
serve door ours 18130 sms $ours turn 18130 "$scenario" "$scratch/db/ours.db"
serve door "express + twilio.webhook()" 18106 sms node "$harness/js/web/express-twilio.js" 18106

echo "whole turns without HTTP, and the start" >&2
for _ in $(seq "$rounds"); do
  $ours writers "$scenario" 5 | say writers "8 callers"
  $ours fsyncs "$scenario" 5 | say fsyncs "64 callers"
done
$ours start "$scratch/gateway/Hotline" | say start "20 starts"
if command -v strace >/dev/null; then
  strace -f -c -e trace=fsync,fdatasync -o "$scratch/strace.txt" $ours fsyncs "$scenario" 10 | say traced "under strace"
  grep -E 'fsync|fdatasync' "$scratch/strace.txt" >&2
fi
node "$here/table.js" "$out"
echo "every line: $out" >&2
