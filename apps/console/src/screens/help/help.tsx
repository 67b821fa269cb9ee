import { Link } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { Page } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import './help.css';
import { helpPages, useHelpTexts } from './texts.js';

/** All tasks, one page each, and the guided first meeting before them. */
export function Help() {
  const { formatMessage } = useIntl();
  const texts = useHelpTexts();
  return (
    <Page width="narrow">
      <PageHeader title={formatMessage({ id: 'app.help' })} lead={formatMessage({ id: 'help.lead' })} />
      {texts === undefined ? (
        <Loading lines={9} />
      ) : (
        <>
          <Panel tone="accent">
            <h2>
              <Link to="/help/first-meeting">{texts.guide.title}</Link>
            </h2>
            <p>{texts.guide.lead}</p>
          </Panel>
          <ul className="help-list">
            {helpPages.map((id) => (
              <li key={id}>
                <h2>
                  <Link to="/help/$page" params={{ page: id }}>
                    {texts.pages[id].title}
                  </Link>
                </h2>
                <p className="text-quiet">{texts.pages[id].lead}</p>
              </li>
            ))}
          </ul>
        </>
      )}
    </Page>
  );
}
