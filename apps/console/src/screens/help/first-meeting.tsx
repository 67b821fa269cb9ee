import { Link, createLink } from '@tanstack/react-router';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import { Breadcrumb } from '../../kit/breadcrumb.js';
import { ButtonRow } from '../../kit/button-row.js';
import { Button } from '../../kit/button.js';
import { Checkbox } from '../../kit/checkbox.js';
import { Page } from '../../kit/layout.js';
import { LinkButton } from '../../kit/link-button.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Progress } from '../../kit/progress.js';
import { guideSteps } from './guide-steps.js';
import './help.css';
import { useHelpTexts } from './texts.js';

const Go = createLink(LinkButton);
const kept = 'guide-done';

/** The steps that were ticked, which outlive the sign-outs on the way; nothing else is kept. */
function useTicked(): readonly [readonly string[], (ids: readonly string[]) => void] {
  const [ticked, setTicked] = useState<readonly string[]>(() =>
    (localStorage.getItem(kept) ?? '').split(' ').filter(Boolean),
  );
  return [
    ticked,
    (ids) => {
      localStorage.setItem(kept, ids.join(' '));
      setTicked(ids);
    },
  ];
}

/** The guided first meeting: who does what next, from the first draft to the export, on the demo. */
export function FirstMeeting() {
  const { formatMessage } = useIntl();
  const texts = useHelpTexts();
  const [ticked, setTicked] = useTicked();
  if (texts === undefined)
    return (
      <Page width="narrow">
        <Loading lines={11} />
      </Page>
    );
  const { guide } = texts;
  const next = guideSteps.find(({ id }) => !ticked.includes(id));
  return (
    <Page width="narrow">
      <Breadcrumb>
        <Link to="/help">{formatMessage({ id: 'app.help' })}</Link>
      </Breadcrumb>
      <PageHeader title={guide.title} lead={guide.lead} />
      <Notice>{guide.before}</Notice>
      <Progress
        label={formatMessage({ id: 'help.done' })}
        done={guideSteps.length - guideSteps.filter(({ id }) => !ticked.includes(id)).length}
        total={guideSteps.length}
      />
      <ol className="guide-steps">
        {guideSteps.map(({ id, as, to }) => {
          const [title, text] = guide.steps[id];
          const isNext = id === next?.id;
          return (
            <li
              key={id}
              className="guide-step"
              data-next={isNext || undefined}
              aria-current={isNext ? 'step' : undefined}
            >
              <Checkbox
                checked={ticked.includes(id)}
                onChange={(isDone) => {
                  setTicked(isDone ? [...ticked, id] : ticked.filter((each) => each !== id));
                }}
              >
                <strong>{title}</strong>
              </Checkbox>
              <p className="text-small">
                {formatMessage({ id: 'help.as' })} <code>{as}</code>
              </p>
              <p>{text}</p>
              {isNext && (
                <ButtonRow>
                  <Go to={to} variant="primary">
                    {formatMessage({ id: 'help.go' })}
                  </Go>
                </ButtonRow>
              )}
            </li>
          );
        })}
      </ol>
      {next === undefined && (
        <Notice tone="success" says="polite">
          {guide.end}
        </Notice>
      )}
      {ticked.length > 0 && (
        <ButtonRow>
          <Button
            variant="quiet"
            onPress={() => {
              setTicked([]);
            }}
          >
            {formatMessage({ id: 'help.again' })}
          </Button>
        </ButtonRow>
      )}
    </Page>
  );
}
