
# ---- The rest of a server's first start; what precedes says what it runs and what it uses. ----
set -euo pipefail
dnf install -y docker
systemctl enable --now docker
docker run -d --restart always --name web -p "$PORT:$PORT" \
  --log-driver awslogs --log-opt "awslogs-group=$LOG" \
  -e "DATABASE_HOST=$DATABASE_HOST" \
  -e "DATABASE_NAME=$DATABASE_NAME" \
  -e "DATABASE_SECRET=$DATABASE_SECRET" \
  "$IMAGE"

# The scaling group sees whether a machine runs, and no balancer of AWS tells it whether the machine
# serves. So a server that does not answer itself for a minute has itself replaced.
cat > /usr/local/bin/watch-myself <<END
#!/bin/bash
failed=0
while sleep 10; do
  if curl --fail --silent --max-time 5 --output /dev/null "http://localhost:$PORT$HEALTH_PATH"; then
    failed=0
  elif ((++failed >= 6)); then
    token=\$(curl -s -X PUT -H 'X-aws-ec2-metadata-token-ttl-seconds: 60' \\
      http://169.254.169.254/latest/api/token)
    instance=\$(curl -s -H "X-aws-ec2-metadata-token: \$token" \\
      http://169.254.169.254/latest/meta-data/instance-id)
    aws autoscaling set-instance-health --region $REGION --instance-id "\$instance" \\
      --health-status Unhealthy
  fi
done
END
chmod +x /usr/local/bin/watch-myself
cat > /etc/systemd/system/watch-myself.service <<END
[Service]
ExecStart=/usr/local/bin/watch-myself
Restart=always
[Install]
WantedBy=multi-user.target
END
systemctl daemon-reload
systemctl enable --now watch-myself
