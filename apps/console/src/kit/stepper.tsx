import './steps.css';
import { Icon } from './icons/icon.js';
import { useKitWords } from './words.js';

export interface StepperProps {
  readonly steps: readonly string[];
  /** Which one shows, from 0. */
  readonly current: number;
}

/** Where one is in a short wizard. Each step has an address of its own, so going back is the browser's. */
export function Stepper({ steps, current }: StepperProps) {
  const word = useKitWords();
  return (
    <ol className="steps" aria-label={word('kit.steps')}>
      {steps.map((step, place) => {
        const state = place < current ? 'passed' : place > current ? 'ahead' : 'now';
        const said = word(
          state === 'passed' ? 'kit.step.done' : state === 'now' ? 'kit.step.now' : 'kit.step.ahead',
        );
        return (
          <li
            key={step}
            className="step"
            data-state={state}
            aria-current={state === 'now' ? 'step' : undefined}
          >
            <span className="step-mark" aria-hidden="true">
              {state === 'passed' ? <Icon name="check" /> : place + 1}
            </span>
            <span>
              <span className="visually-hidden">{said} </span>
              {step}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
