import { useState } from 'react';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { useIntl } from 'react-intl';
import type { Schema } from '#api-client';
import { Button } from '../../kit/button.js';
import { MoreButton } from '../../kit/more-button.js';
import { Notice } from '../../kit/notice.js';
import { Panel } from '../../kit/panel.js';
import { Stack } from '../../kit/layout.js';
import { TextArea } from '../../kit/text-area.js';
import { matchOwnList } from './match.js';

const aPage = 20;

/** Does one's agency know the person? Its list is pasted or opened here, compared in the browser, and sent nowhere. */
export function OwnList({ identities }: { readonly identities: readonly Schema<'Identity'>[] }) {
  const { formatMessage } = useIntl();
  const [list, setList] = useState('');
  const [shown, setShown] = useState(aPage);
  const lines = list.split(/\r?\n/).filter((line) => line.trim() !== '');
  const found = identities.flatMap((identity) => matchOwnList(lines, identity));
  const open = async (files: FileList | null): Promise<void> => {
    const file = files?.[0];
    if (file !== undefined) setList(await file.text());
  };
  return (
    <Panel title={formatMessage({ id: 'identifiers.list' })}>
      <Stack>
        <p>{formatMessage({ id: 'identifiers.list.lead' })}</p>
        <div>
          <FileTrigger
            acceptedFileTypes={['.csv', '.txt', 'text/plain', 'text/csv']}
            onSelect={(files) => {
              void open(files);
            }}
          >
            <Button icon="search">{formatMessage({ id: 'identifiers.list.file' })}</Button>
          </FileTrigger>
        </div>
        <TextArea
          label={formatMessage({ id: 'identifiers.list.paste' })}
          hint={formatMessage({ id: 'identifiers.list.hint' })}
          rows={3}
          spellCheck={false}
          value={list}
          onChange={setList}
        />
        {lines.length > 0 &&
          (found.length === 0 ? (
            <Notice says="polite">
              {formatMessage({ id: 'identifiers.list.none' }, { count: lines.length })}
            </Notice>
          ) : (
            <Notice
              tone="warning"
              says="polite"
              title={formatMessage({ id: 'identifiers.list.found' }, { count: found.length })}
            >
              <ul>
                {found.slice(0, shown).map(({ line, likeness }) => (
                  <li key={line}>
                    {lines[line]} – {formatMessage({ id: `identifiers.list.${likeness}` })}
                  </li>
                ))}
              </ul>
              <MoreButton
                hasMore={found.length > shown}
                shown={shown}
                total={found.length}
                onMore={() => {
                  setShown(shown + aPage);
                }}
              />
            </Notice>
          ))}
      </Stack>
    </Panel>
  );
}
