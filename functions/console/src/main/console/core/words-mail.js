/** The words of a mail of which nobody knows whether it was sent. */
export const mailWords = {
  sent: 'Counts as sent', sendAgain: 'Send again', againTitle: 'Send this mail again?', againWhy: (to) => `${to} may have got it already. Another mail goes out, and both stand in the history.`,
  settled: { sent: 'The mail counts as sent', sendAgain: 'The mail goes out again' },
};
