
# ---- The rest of a gateway's first start; what precedes says which servers, which certificate. ----
set -euo pipefail
dnf install -y haproxy openssl

# ---- HAProxy's configuration, without its servers ----
cat > /etc/haproxy/base.cfg <<END
global
  log /dev/log local0
  maxconn 20000
  ssl-default-bind-options ssl-min-ver TLSv1.2
defaults
  mode http
  log global
  option httplog
  option forwardfor
  option redispatch
  retries 2
  timeout http-request 10s
  timeout connect 2s
  timeout client 30s
  timeout server 30s
frontend web
  bind :80
  bind :443 ssl crt /etc/haproxy/gateway.pem alpn h2,http/1.1
  # DNS asks here whether to answer with this gateway: not while it has no server to send to.
  monitor-uri /gateway-health
  monitor fail if { nbsrv(servers) lt 1 }
  http-request redirect scheme https code 301 unless { ssl_fc }
  http-request set-header X-Forwarded-Proto https
  default_backend servers
backend servers
  balance leastconn
  option httpchk GET $HEALTH_PATH
  http-check expect status 200
  default-server inter 2s fall 2 rise 2
END

# ---- Which servers there are ----
cat > /usr/local/bin/list-servers <<END
#!/bin/bash
# Tells HAProxy the servers of the group. If AWS does not answer, or tells of none, the last list
# stays: a gateway goes on without AWS's interfaces, and HAProxy checks each server by itself.
set -euo pipefail
new=\$(mktemp)
trap 'rm -f "\$new"' EXIT
cp /etc/haproxy/base.cfg "\$new"
aws ec2 describe-instances --region $REGION --output text \\
  --filters "Name=tag:aws:autoscaling:groupName,Values=$SERVERS" Name=instance-state-name,Values=running \\
  --query 'Reservations[].Instances[].[InstanceId, PrivateIpAddress]' |
  sort | awk '{ print "  server " \$1 " " \$2 ":$SERVER_PORT check" }' >> "\$new"
grep -q '^  server ' "\$new" || exit 0
! cmp -s "\$new" /etc/haproxy/haproxy.cfg || exit 0
haproxy -c -q -f "\$new"
install -m 644 "\$new" /etc/haproxy/haproxy.cfg
systemctl reload-or-restart haproxy
END

# ---- Which certificate they show ----
cat > /usr/local/bin/fetch-certificate <<END
#!/bin/bash
# Takes the certificate with its key from the secret. What is no certificate changes nothing.
set -euo pipefail
new=\$(umask 077; mktemp)
trap 'rm -f "\$new"' EXIT
aws secretsmanager get-secret-value --region $REGION --secret-id $CERTIFICATE \\
  --query SecretString --output text > "\$new"
openssl x509 -noout -in "\$new"
openssl pkey -noout -in "\$new"
! cmp -s "\$new" /etc/haproxy/gateway.pem || exit 0
install -m 600 "\$new" /etc/haproxy/gateway.pem
systemctl try-reload-or-restart haproxy
END
chmod +x /usr/local/bin/list-servers /usr/local/bin/fetch-certificate

# Until there is a certificate in the secret, one that nobody trusts: HAProxy wants some.
(
  umask 077
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=$HOST" \
    -keyout /tmp/key.pem -out /tmp/certificate.pem
  cat /tmp/certificate.pem /tmp/key.pem > /etc/haproxy/gateway.pem
  rm /tmp/certificate.pem /tmp/key.pem
)

# ---- What keeps going ----
every() {
  cat > "/etc/systemd/system/$2.service" <<END
[Service]
Type=oneshot
ExecStart=/usr/local/bin/$2
END
  cat > "/etc/systemd/system/$2.timer" <<END
[Timer]
OnActiveSec=0
OnUnitInactiveSec=$1
AccuracySec=1s
[Install]
WantedBy=timers.target
END
}
every 10s list-servers
every 1h fetch-certificate
mkdir -p /etc/systemd/system/haproxy.service.d
cat > /etc/systemd/system/haproxy.service.d/restart.conf <<END
[Service]
Restart=always
RestartSec=1
END
systemctl daemon-reload
systemctl enable haproxy
systemctl enable --now list-servers.timer fetch-certificate.timer
