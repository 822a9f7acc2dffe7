#!/usr/bin/env bash
# A real Slurm with two nodes of one core each on this machine, for tests. Needs root and Debian's
# packages slurmctld, slurmd, slurm-client and munge; touches nothing outside its folder.
#
#   two-nodes.sh start DIR PORT   three ports from PORT on must be free; SLURM_CONF is DIR/slurm.conf
#   two-nodes.sh crash DIR NAME   ends slurmctld, or node n1 or n2 with all that runs on it, at once
#   two-nodes.sh again DIR NAME   starts it again
#   two-nodes.sh stop DIR         ends everything
set -eu

what=$1
folder=$2
export SLURM_CONF=$folder/slurm.conf

configuration() { # first port
  local host
  host=$(hostname)
  cat <<END
ClusterName=two
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$1
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=$folder/munge.socket,cred_expire=5
CredType=cred/munge
StateSaveLocation=$folder/state
SlurmdSpoolDir=$folder/spool-%n
SlurmctldPidFile=$folder/slurmctld.pid
SlurmdPidFile=$folder/%n.pid
SlurmctldLogFile=$folder/slurmctld.log
SlurmdLogFile=$folder/%n.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_min_interval=100000,batch_sched_delay=1
ReturnToService=2
SlurmdTimeout=6
KillWait=20
MessageTimeout=5
BatchStartTimeout=2
MpiDefault=none
MaxArraySize=9
NodeName=n1 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(($1 + 1)) CPUs=1 RealMemory=1000
NodeName=n2 NodeHostname=$host NodeAddr=127.0.0.1 Port=$(($1 + 2)) CPUs=1 RealMemory=1000
PartitionName=main Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP
END
}

await() { # seconds, command
  local left=$(($1 * 10))
  shift
  until "$@" >"$folder/await.log" 2>&1; do
    left=$((left - 1))
    if [ "$left" -le 0 ]; then
      echo "two-nodes.sh: not in time: $*" >&2
      cat "$folder/await.log" >&2
      exit 1
    fi
    sleep 0.1
  done
}

idle() {
  [ "$(sinfo --noheader --Node --states=idle --format=%N | wc -l)" = 2 ]
}

alive() { # process id; one that has ended and waits for its parent does not count
  [ -r "/proc/$1/stat" ] && [ "$(sed 's/.*) //; s/ .*//' "/proc/$1/stat" 2>/dev/null)" != Z ]
}

end() { # signal, file with a process id
  local id left=150
  [ -f "$2" ] || return 0
  id=$(cat "$2")
  kill "-$1" "$id" 2>/dev/null || return 0
  while alive "$id" && [ "$left" -gt 0 ]; do
    left=$((left - 1))
    sleep 0.1
  done
}

# Kills what runs on a node: first whoever watches over jobs and would tell the controller.
kill_jobs() { # node
  local process
  for process in /proc/[0-9]*; do
    if [ "$(cat "$process/comm" 2>/dev/null)" = slurmstepd ] &&
      find "$process/fd" -lname "$folder/$1.log" 2>/dev/null | grep -q .; then
      kill -KILL "${process#/proc/}" 2>/dev/null || true
    fi
  done
  for process in $(grep -lsz "^SLURM_CONF=$SLURM_CONF\$" /proc/[0-9]*/environ); do
    if grep -qsz "^SLURMD_NODENAME=$1\$" "$process"; then
      process=${process#/proc/}
      kill -KILL "${process%/environ}" 2>/dev/null || true
    fi
  done
}

case $what in
  start)
    mkdir -p "$folder/state"
    configuration "$3" >"$SLURM_CONF"
    head -c 128 /dev/urandom >"$folder/munge.key"
    chmod 600 "$folder/munge.key"
    munged --force --socket="$folder/munge.socket" --key-file="$folder/munge.key" \
      --pid-file="$folder/munged.pid" --log-file="$folder/munged.log" --seed-file="$folder/munge.seed"
    slurmctld
    slurmd -N n1
    slurmd -N n2
    await 30 idle
    ;;
  crash)
    end KILL "$folder/$3.pid"
    [ "$3" = slurmctld ] || kill_jobs "$3"
    ;;
  again)
    case $3 in
      slurmctld) slurmctld ;;
      *) slurmd -N "$3" ;;
    esac
    ;;
  stop)
    for name in slurmctld n1 n2 munged; do
      end TERM "$folder/$name.pid"
    done
    kill_jobs n1
    kill_jobs n2
    ;;
esac
