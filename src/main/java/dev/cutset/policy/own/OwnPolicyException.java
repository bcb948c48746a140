package dev.cutset.policy.own;

/** A team's own policies cannot be used as they are; the message says where and what to do. */
public final class OwnPolicyException extends Exception {
  private static final long serialVersionUID = 1L;

  OwnPolicyException(String message) {
    super(message);
  }

  OwnPolicyException(String message, Throwable cause) {
    super(message, cause);
  }
}
