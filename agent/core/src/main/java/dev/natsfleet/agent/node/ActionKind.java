package dev.natsfleet.agent.node;

/** The kinds of action that are answered by a signal; at most one of each is under way. */
public enum ActionKind {
  SETTINGS,
  REGISTER,
  BEAT,
  ROWS,
  LEAVE,
  CHECK,
  START,
  RELOAD,
  MONITOR,
  PROBE,
  LAME_DUCK,
  STOP,
  NOTICES,
  LAUNCH_HOOK,
  LAUNCH_HEARTBEAT,
  TERMINATE_HOOK,
  TERMINATE_HEARTBEAT,
  REMEMBER,
  EXIT
}
