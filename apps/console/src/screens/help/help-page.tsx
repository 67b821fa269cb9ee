import { Link, useParams } from '@tanstack/react-router';
import { useIntl } from 'react-intl';
import { useLanguage } from '../../session/language.js';
import { NotFound } from '../../shared/not-found.js';
import { Breadcrumb } from '../../kit/breadcrumb.js';
import { Page } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { PageHeader } from '../../kit/page-header.js';
import { Panel } from '../../kit/panel.js';
import './help.css';
import { pictureOf, pictureSize } from './pictures.js';
import { helpPages, useHelpTexts, type HelpPageId } from './texts.js';

const isPage = (id: string): id is HelpPageId => helpPages.some((page) => page === id);

/** One task: its steps, and what is good to know. */
export function HelpPage() {
  const { formatMessage } = useIntl();
  const { language } = useLanguage();
  const texts = useHelpTexts();
  const { page } = useParams({ from: '/help/$page' });
  if (!isPage(page)) return <NotFound />;
  if (texts === undefined)
    return (
      <Page width="narrow">
        <Loading lines={9} />
      </Page>
    );
  const { title, lead, picture, steps, notes } = texts.pages[page];
  const source = pictureOf(page, language);
  const next = helpPages[helpPages.indexOf(page) + 1];
  return (
    <Page width="narrow">
      <Breadcrumb>
        <Link to="/help">{formatMessage({ id: 'app.help' })}</Link>
      </Breadcrumb>
      <PageHeader key={page} title={title} lead={lead} />
      {source !== undefined && (
        <img
          key={source}
          className="help-picture"
          src={source}
          alt={picture}
          loading="lazy"
          {...pictureSize}
        />
      )}
      <Panel>
        <ol className="help-steps">
          {steps.map(([heading, text]) => (
            <li key={heading}>
              <h2>{heading}</h2>
              <p>{text}</p>
            </li>
          ))}
        </ol>
      </Panel>
      <Notice title={formatMessage({ id: 'help.good' })}>
        <ul>
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </Notice>
      {next !== undefined && (
        <p>
          {formatMessage({ id: 'help.next' })}{' '}
          <Link to="/help/$page" params={{ page: next }}>
            {texts.pages[next].title}
          </Link>
        </p>
      )}
    </Page>
  );
}
