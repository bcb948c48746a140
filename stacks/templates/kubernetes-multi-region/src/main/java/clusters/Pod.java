package clusters;

import com.pulumi.kubernetes.core.v1.inputs.CapabilitiesArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerArgs;
import com.pulumi.kubernetes.core.v1.inputs.ContainerPortArgs;
import com.pulumi.kubernetes.core.v1.inputs.EmptyDirVolumeSourceArgs;
import com.pulumi.kubernetes.core.v1.inputs.EnvVarArgs;
import com.pulumi.kubernetes.core.v1.inputs.ExecActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.HTTPGetActionArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleArgs;
import com.pulumi.kubernetes.core.v1.inputs.LifecycleHandlerArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.PodTemplateSpecArgs;
import com.pulumi.kubernetes.core.v1.inputs.ProbeArgs;
import com.pulumi.kubernetes.core.v1.inputs.ResourceRequirementsArgs;
import com.pulumi.kubernetes.core.v1.inputs.SeccompProfileArgs;
import com.pulumi.kubernetes.core.v1.inputs.SecurityContextArgs;
import com.pulumi.kubernetes.core.v1.inputs.TopologySpreadConstraintArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeArgs;
import com.pulumi.kubernetes.core.v1.inputs.VolumeMountArgs;
import com.pulumi.kubernetes.meta.v1.inputs.LabelSelectorArgs;
import com.pulumi.kubernetes.meta.v1.inputs.ObjectMetaArgs;
import java.util.Map;

/** What a pod of the service is made of, and where it may be. */
record Pod(Workload.Args args, String name, Map<String, String> labels) {
  private static final int LEAVING_SECONDS = 20;

  PodTemplateSpecArgs template() {
    return PodTemplateSpecArgs.builder()
        .metadata(ObjectMetaArgs.builder().labels(labels).build())
        .spec(
            PodSpecArgs.builder()
                .serviceAccountName(name)
                .automountServiceAccountToken(false)
                .topologySpreadConstraints(
                    // A pod that finds no place in its zone waits: better than all in one.
                    spread("topology.kubernetes.io/zone", "DoNotSchedule"),
                    spread("kubernetes.io/hostname", "ScheduleAnyway"))
                .securityContext(
                    PodSecurityContextArgs.builder()
                        .runAsNonRoot(true)
                        .seccompProfile(SeccompProfileArgs.builder().type("RuntimeDefault").build())
                        .build())
                .terminationGracePeriodSeconds(LEAVING_SECONDS + 30)
                .containers(container())
                .volumes(
                    VolumeArgs.builder()
                        .name("tmp")
                        .emptyDir(EmptyDirVolumeSourceArgs.builder().build())
                        .build())
                .build())
        .build();
  }

  /**
   * Zones that have no node left do not count, so that after the loss of one the others may have
   * more; of each version of the service on its own, so that an update does not tip the balance.
   */
  private TopologySpreadConstraintArgs spread(String key, String whenImpossible) {
    return TopologySpreadConstraintArgs.builder()
        .topologyKey(key)
        .maxSkew(1)
        .whenUnsatisfiable(whenImpossible)
        .nodeTaintsPolicy("Honor")
        .labelSelector(LabelSelectorArgs.builder().matchLabels(labels).build())
        .matchLabelKeys("pod-template-hash")
        .build();
  }

  private ContainerArgs container() {
    var settings = args.settings();
    return ContainerArgs.builder()
        .name(name)
        .image(settings.image())
        .ports(ContainerPortArgs.builder().containerPort(settings.port()).build())
        .env(
            EnvVarArgs.builder().name("TABLE").value(args.data().table()).build(),
            EnvVarArgs.builder().name("AWS_REGION").value(args.region()).build())
        // As much memory as is asked for, so that a pod never takes its neighbours down.
        .resources(
            ResourceRequirementsArgs.builder()
                .requests(Map.of("cpu", "100m", "memory", "128Mi"))
                .limits(Map.of("memory", "128Mi"))
                .build())
        .startupProbe(ask(settings.healthPath(), 2, 30))
        .readinessProbe(ask(settings.healthPath(), 5, 2))
        // More patient than readiness: a pod that is merely slow is spared a restart.
        .livenessProbe(ask(settings.healthPath(), 10, 6))
        // Goes on answering until the balancer has noticed that it leaves.
        .lifecycle(
            LifecycleArgs.builder()
                .preStop(
                    LifecycleHandlerArgs.builder()
                        .exec(
                            ExecActionArgs.builder()
                                .command("sleep", String.valueOf(LEAVING_SECONDS))
                                .build())
                        .build())
                .build())
        .securityContext(
            SecurityContextArgs.builder()
                .allowPrivilegeEscalation(false)
                .readOnlyRootFilesystem(true)
                .capabilities(CapabilitiesArgs.builder().drop("ALL").build())
                .build())
        .volumeMounts(VolumeMountArgs.builder().name("tmp").mountPath("/tmp").build())
        .build();
  }

  private ProbeArgs ask(String path, int everySeconds, int failures) {
    return ProbeArgs.builder()
        .httpGet(HTTPGetActionArgs.builder().path(path).port(args.settings().port()).build())
        .periodSeconds(everySeconds)
        .failureThreshold(failures)
        .timeoutSeconds(2)
        .build();
  }
}
