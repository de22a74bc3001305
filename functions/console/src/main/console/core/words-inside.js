/** What is said inside the practice: words of messages, to-dos and times to come, for screens that are loaded by themselves. */
export const inside = {
  channels: { internal: 'Internal', todo: 'To-do' },
  notHistory: 'Not part of the history.',
  people: 'To', write: 'Message', send: 'Send message', sent: (names) => `Message sent to ${names}`,
  choosePeople: 'Choose for whom it is.', writeMessage: 'Write the message first.', nobodyElse: 'There is nobody else in the practice.',
  todo: 'What is to be done', assignee: 'Who', anybody: 'anybody', me: (name) => `${name} (you)`, due: 'Due', add: 'Add to-do', added: (when) => `To-do added, due ${when}`, writeToDo: 'Write what is to be done first.',
  tryAgain: 'Try again', callAgain: (name) => `Call ${name} again`, logged: (outcome, when) => `Call logged: ${outcome}. To-do: call again ${when}`, onlyCall: 'The call is logged, the to-do is not.',
  times: { none: 'no', now: 'now', PT1H: 'in 1 hour', PT2H: 'in 2 hours', P1D: 'in 1 day', P3D: 'in 3 days', P7D: 'in 1 week', tomorrow: 'tomorrow, 9:00', pick: 'pick a time' },
  pick: 'Day and time', pickFirst: 'Pick a day and a time.', past: 'Pick a time to come.',
  snoozeTitle: 'Snooze until', snooze: 'Snooze', snoozed: (when) => `It comes back ${when}`, until: (when) => `until ${when}`, back: 'It is due when it was',
};
