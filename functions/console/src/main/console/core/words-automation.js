/** The words of Automation. */
export const automation = {
  title: 'Automation',
  trial: 'Dry run', sweeps: { DeadLeadSweep: 'Leads nobody reaches', DripSweep: 'Drip mail' }, sweep: 'What is tried', when: 'When', run: 'Try',
  nothing: 'Nothing was changed.', as: (when) => `This is what would happen on ${when}.`, asNow: 'This is what would happen now.',
  would: 'Would', wouldNot: 'Would not', none: 'None.', more: 'Load more', count: (n, more) => `${n}${more ? '+' : ''}`,
  action: { giveUp: 'give up as lost, no contact', propose: 'propose to its owner to give it up', sendMail: 'send the next mail', stopDrip: 'stop the drip', finishDrip: 'end the drip' },
  because: {
    off: () => 'switched off', attempts: (lead, limit) => (limit ? `${lead.attempts} of ${limit} attempts` : `only ${lead.attempts} attempts`), grace: () => 'the last attempt is too recent',
    proposed: () => 'proposed already', delay: () => 'the next mail is not due yet', window: () => 'outside the sending window', movedOn: () => 'moved on meanwhile',
  },
  attempts: (n) => `${n} attempts`, from: (when) => `not before ${when}`,
  held: { title: 'Held', why: 'It runs once the lead is not suspended any more.', none: 'Nothing waits for a suspended lead.', email: (name) => `send ${name}`, drip: (name) => `begin the drip ${name}`, notify: 'tell the owner' },
  suppressed: 'Addresses that get no mail', suppressedWhy: 'Whatever lead has the address, now or later.',
  kinds: { hardBounce: 'mail came back', complaint: 'complained', unsubscribe: 'unsubscribed' }, what: { hardBounce: 'no mail at all', complaint: 'no mail at all', unsubscribe: 'no marketing mail' },
  since: (when) => `since ${when}`, lead: (n) => `lead ${n}`, lift: 'Lift', liftTitle: (address) => `Let mail go to ${address} again?`, reason: 'Reason', reasonNeeded: 'Say why.', lifted: (address) => `${address} gets mail again`,
  complaintStands: 'Only the person can end this, by ticking the consent on their own form.', noneSuppressed: 'No address is kept from mail.',
};
