import type { EmailTexts } from './catalogue.js';

export const en: EmailTexts = {
  digestSubject: 'Situation Table: something waits for you',
  digestOpening: 'At the table “{}”:',
  told: {
    asked: '{}: your agency is asked. Please answer within twelve hours.',
    dueSoon: '{}: something of yours is due within twelve hours.',
    overdue: '{}: something of yours is overdue.',
    cameBack: '{}: an unanswered request came back to the coordinators.',
    reportCalled: '{}: your report-back is wanted for tomorrow’s meeting.',
    handOver: '{}: nobody represents an agency that has a role in it any more.',
    handOverDue: '{}: two business days have passed, and the coordinator may act in the agency’s place.',
    coordinatorMissing: 'The table has no coordinator any more.',
    officerMissing: 'An agency at the table has no privacy officer any more.',
    acts: 'Administration placed, seated, enabled or reset somebody. Under Administration, Tables you can read who.',
    parked:
      '{}: a scheduled step for it failed three times and waits. Administration is told that something waits, and not which situation.',
  },
  meeting: {
    moved: 'The meeting of {} is moved to {}.',
    calledOff: 'The meeting of {} is called off.',
    restored: 'The meeting of {} is held after all.',
    convened: 'A meeting is called for {}.',
    planChanged: 'The meeting days have changed. The next meeting is on {}.',
  },
  digestClosing: 'Sign in to see what it is: {}',
  weeklySubject: 'Situation Table: your week as a privacy officer',
  weeklyOpening: 'What waits for you:',
  weekly: {
    fresh: 'Openings to review, new: {}',
    earlier: 'Openings to review, from earlier weeks: {}',
    holds: 'Holds to look at again: {}',
    dueMore:
      'Destroyed within thirty days as well, besides those named here (all are on the retention page): {}',
  },
  weeklyDue: 'At the table “{}”, destroyed within thirty days unless held: {}',
  weeklyClosing: 'Sign in to see more: {}',
  confirmationSubject: 'Situation Table: confirm this address',
  confirmation:
    'Somebody who is signed in to Situation Table named this address as theirs. If that was you, type this code in your profile within the hour: {}\n\nIf it was not you, do nothing.',
  invitationSubject: 'Situation Table: your invitation',
  invitation:
    'You are invited to Situation Table. Your invitation, for you alone: {}\n\nOpen {} and join with it. Your privacy officer, if your agency has one, gives you a code by another way; nobody will ask you for this invitation.',
  footer: 'Nobody reads answers to this address. When mail may come stands in your profile.',
};
