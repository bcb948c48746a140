# Makes a new instance the node that the one before it was. The lines above this tell which:
# NODE, CLUSTER, ADDRESS, PEERS, VOLUME, INTERFACE and IMAGE.
set -euo pipefail

METADATA=http://169.254.169.254/latest
TOKEN=$(curl -sf -X PUT -H "X-aws-ec2-metadata-token-ttl-seconds: 600" "$METADATA/api/token")
metadata() { curl -sf -H "X-aws-ec2-metadata-token: $TOKEN" "$METADATA/meta-data/$1"; }
INSTANCE=$(metadata instance-id)
AWS_DEFAULT_REGION=$(metadata placement/region)
export AWS_DEFAULT_REGION
REGISTRY=${IMAGE%%/*}
DATA=/var/lib/etcd

# An instance that does not become the node makes room for another that may.
cat >/usr/local/bin/give-up <<END
#!/bin/bash
exec aws --region $AWS_DEFAULT_REGION autoscaling set-instance-health --instance-id $INSTANCE \\
  --health-status Unhealthy --no-should-respect-grace-period
END
chmod +x /usr/local/bin/give-up
trap /usr/local/bin/give-up ERR

# For ten minutes: the instance before this one may be on its way out, with volume and address.
patiently() {
  for _ in $(seq 120); do
    if "$@"; then return 0; fi
    sleep 5
  done
  return 1
}

patiently aws ec2 attach-volume --volume-id "$VOLUME" --instance-id "$INSTANCE" --device /dev/sdf
patiently aws ec2 attach-network-interface --network-interface-id "$INTERFACE" \
  --instance-id "$INSTANCE" --device-index 1

DISK=/dev/disk/by-id/nvme-Amazon_Elastic_Block_Store_${VOLUME/-/}
patiently test -e "$DISK"
# Without -f it leaves a disk alone that has a file system, whatever else goes wrong here.
blkid "$DISK" || mkfs.xfs "$DISK"
mkdir -p "$DATA"
echo "$DISK $DATA xfs defaults,nofail 0 2" >>/etc/fstab
mount "$DATA"
mkdir -p "$DATA/member-of-$CLUSTER"

patiently sh -c "ip -4 -o address | grep -qw $ADDRESS"
patiently dnf install -y docker
systemctl enable --now docker
patiently sh -c "aws ecr get-login-password | docker login -u AWS --password-stdin $REGISTRY"
patiently docker pull "$IMAGE"

# A bind mount fails when its folder is not there: etcd does not start on an empty root disk, should
# the volume be missing after a reboot. What begins with --initial is ignored once there are data.
docker run -d --name etcd --restart always --network host \
  --mount "type=bind,source=$DATA/member-of-$CLUSTER,target=/data" \
  "$IMAGE" etcd \
  --name "$NODE" \
  --data-dir /data/etcd \
  --initial-cluster "$PEERS" \
  --initial-cluster-token "$CLUSTER" \
  --initial-cluster-state new \
  --initial-advertise-peer-urls "https://$ADDRESS:2380" \
  --listen-peer-urls "https://$ADDRESS:2380" \
  --advertise-client-urls "https://$ADDRESS:2379" \
  --listen-client-urls "https://$ADDRESS:2379" \
  --listen-metrics-urls http://127.0.0.1:2381 \
  --peer-auto-tls --auto-tls --self-signed-cert-validity 10 \
  --auto-compaction-retention 1 \
  --quota-backend-bytes 8589934592

# Docker starts etcd again when it ends. When that does not help for five minutes, a new instance
# may. /livez asks about this process alone: while the cluster has no majority it stays well, so
# that the nodes that are left are not replaced for what is not their fault.
cat >/usr/local/bin/watch-etcd <<'END'
#!/bin/bash
for _ in $(seq 10); do
  if curl -sf -m 5 http://127.0.0.1:2381/livez >/dev/null; then exit 0; fi
  sleep 30
done
exec /usr/local/bin/give-up
END
chmod +x /usr/local/bin/watch-etcd
cat >/etc/systemd/system/watch-etcd.service <<'END'
[Service]
Type=oneshot
ExecStart=/usr/local/bin/watch-etcd
END
cat >/etc/systemd/system/watch-etcd.timer <<'END'
[Timer]
OnBootSec=5min
OnUnitInactiveSec=1min
[Install]
WantedBy=timers.target
END
systemctl enable --now watch-etcd.timer
