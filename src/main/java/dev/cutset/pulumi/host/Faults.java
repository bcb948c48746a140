package dev.cutset.pulumi.host;

import io.grpc.ForwardingServerCallListener.SimpleForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;

/**
 * Tells the program when the host is at fault; without it a program only hears that a call ended.
 */
final class Faults implements ServerInterceptor {

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
    return new SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
      @Override
      public void onHalfClose() {
        try {
          super.onHalfClose();
        } catch (StatusRuntimeException answer) {
          // What a service says to the program, and no fault.
          call.close(answer.getStatus(), new Metadata());
        } catch (RuntimeException | LinkageError fault) {
          // No message: it can hold what the program sent, and that can be secret.
          String where = fault.getStackTrace().length == 0 ? "" : " at " + fault.getStackTrace()[0];
          Status status =
              Status.INTERNAL.withDescription(
                  "Cutset could not answer `"
                      + call.getMethodDescriptor().getFullMethodName()
                      + "`: "
                      + fault.getClass().getName()
                      + where
                      + "; please report it");
          call.close(status, new Metadata());
        }
      }
    };
  }
}
