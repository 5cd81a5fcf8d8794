/*
 * Gray and Lamport's TwoPhase, with RMS participants, for Spin. A participant accepts Commit and Abort in every state; the
 * coordinator takes Prepared only until it has decided; messages never leave. Same distinct states as the model that the
 * page explores: 288, 8,832 and 296,448 for 3, 5 and 7 participants.
 */
#ifndef RMS
#define RMS 7
#endif
#define WORKING 0
#define PREPARED 1
#define COMMITTED 2
#define ABORTED 3

byte rm[RMS];
bool toldPrepared[RMS];
bool heardPrepared[RMS];
byte heard;
bool isDecided, saysCommit, saysAbort;

active [RMS] proctype Participant() {
  do
  :: d_step { rm[_pid] == WORKING -> rm[_pid] = PREPARED; toldPrepared[_pid] = true }
  :: d_step { rm[_pid] == WORKING -> rm[_pid] = ABORTED }
  :: d_step { saysCommit && rm[_pid] != COMMITTED -> rm[_pid] = COMMITTED }
  :: d_step { saysAbort && rm[_pid] != ABORTED -> rm[_pid] = ABORTED }
  :: d_step { !isDecided && toldPrepared[_pid] && !heardPrepared[_pid] -> heardPrepared[_pid] = true; heard++ }
  od
}

active proctype Coordinator() {
  do
  :: d_step { !isDecided && heard == RMS -> isDecided = true; saysCommit = true }
  :: d_step { !isDecided -> isDecided = true; saysAbort = true }
  od
}
