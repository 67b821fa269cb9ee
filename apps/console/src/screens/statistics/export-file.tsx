import { useState, type ReactNode } from 'react';
import { useIntl } from 'react-intl';
import { Refused } from '../../api/api.js';
import { useLanguage } from '../../session/language.js';
import { Button } from '../../kit/button.js';
import { LanguageMixed } from '../../kit/language-mixed.js';
import { Row, Stack } from '../../kit/layout.js';
import { Loading } from '../../kit/loading.js';
import { Notice } from '../../kit/notice.js';
import { ProblemNotice } from '../../kit/problem-notice.js';
import { Progress } from '../../kit/progress.js';
import { Table } from '../../kit/table.js';
import { fetchFile, type FetchedFile } from './fetch-file.js';
import { useManifest, type Manifest } from './queries.js';

/** An approved file: what it says about itself, a look into it, and only then its way to this computer. */
export function ExportFile({ id, year }: { readonly id: string; readonly year: number }) {
  const { data: manifest, error } = useManifest(id);
  if (error instanceof Refused) return <ProblemNotice problem={error.problem} />;
  if (manifest === undefined) return <Loading lines={4} />;
  return (
    <Stack>
      <Facts manifest={manifest} />
      <File id={id} year={year} manifest={manifest} />
    </Stack>
  );
}

function Facts({ manifest }: { readonly manifest: Manifest }) {
  const { formatMessage, formatNumber } = useIntl();
  const { language } = useLanguage();
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['records', formatNumber(manifest.records)],
    [
      'remainder',
      formatMessage({ id: 'exports.manifest.remainder.is' }, { remainder: formatNumber(manifest.remainder) }),
    ],
    ['threshold', formatMessage({ id: 'exports.manifest.threshold.is' }, { threshold: manifest.threshold })],
    [
      'withheld',
      <LanguageMixed key="withheld" lang="en">
        {manifest.withheld.join(', ')}
      </LanguageMixed>,
    ],
    ['method', manifest.method[language]],
    ['terms', <strong key="terms">{manifest.terms[language]}</strong>],
    ['sha256', <code key="sha256">{manifest.sha256}</code>],
  ];
  return (
    <dl className="statistics-facts">
      {facts.map(([name, value]) => [
        <dt key={name}>{formatMessage({ id: `exports.manifest.${name}` })}</dt>,
        <dd key={`${name} is`}>{value}</dd>,
      ])}
    </dl>
  );
}

interface FileProps {
  readonly id: string;
  readonly year: number;
  readonly manifest: Manifest;
}

function File({ id, year, manifest }: FileProps) {
  const { formatMessage } = useIntl();
  const [records, setRecords] = useState<number>();
  const [file, setFile] = useState<FetchedFile>();
  const [failed, setFailed] = useState<unknown>();
  const start = (): void => {
    setFailed(undefined);
    setRecords(0);
    fetchFile(id, setRecords).then(setFile, (error: unknown) => {
      setFailed(error);
      setRecords(undefined);
    });
  };
  if (file !== undefined)
    return (
      <Look file={file} year={year} withheld={manifest.withheld} isRight={file.sha256 === manifest.sha256} />
    );
  return (
    <Stack gap="small">
      {records === undefined ? (
        <Row>
          <Button variant="primary" icon="download" onPress={start}>
            {formatMessage({ id: 'exports.file.fetch' })}
          </Button>
        </Row>
      ) : (
        <Progress
          label={formatMessage({ id: 'exports.file.fetching' })}
          done={records}
          total={manifest.records}
        />
      )}
      <p className="text-small text-quiet">{formatMessage({ id: 'exports.file.written' })}</p>
      {failed instanceof Refused && <ProblemNotice problem={failed.problem} onRetry={start} />}
      {failed !== undefined && !(failed instanceof Refused) && (
        <Notice tone="warning" says="assertive">
          {formatMessage({ id: 'exports.file.failed' })}
        </Notice>
      )}
    </Stack>
  );
}

interface Line {
  readonly place: number;
  readonly fields: readonly string[];
}

interface LookProps {
  readonly file: FetchedFile;
  readonly year: number;
  /** Columns that stand empty: named above, not shown again. */
  readonly withheld: readonly string[];
  readonly isRight: boolean;
}

/** The first lines of what has come, and whether it is the very file that the manifest describes. */
function Look({ file, year, withheld, isRight }: LookProps) {
  const { formatMessage } = useIntl();
  const [header = [], ...lines] = file.head;
  if (!isRight)
    return (
      <Notice tone="danger" says="assertive">
        {formatMessage({ id: 'exports.file.wrong' })}
      </Notice>
    );
  const save = (): void => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file.blob);
    link.download = `situation-tables-${year}.csv`;
    link.click();
    setTimeout(() => {
      URL.revokeObjectURL(link.href);
    }, 60_000);
  };
  return (
    <Stack>
      <Notice tone="success" says="polite" small>
        {formatMessage({ id: 'exports.file.right' })}
      </Notice>
      <Table
        caption={formatMessage({ id: 'exports.file.look' }, { lines: lines.length })}
        rows={lines.map((fields, place) => ({ fields, place }))}
        rowKey={({ place }) => String(place)}
        columns={header
          .map((label, column) => ({ label, column }))
          .filter(({ label }) => !withheld.includes(label))
          .map(({ label, column }) => ({
            id: label,
            label: <LanguageMixed lang="en">{label}</LanguageMixed>,
            cell: ({ fields }: Line) => fields[column] ?? '',
          }))}
      />
      <Row>
        <Button variant="primary" icon="download" onPress={save}>
          {formatMessage({ id: 'exports.file.save' })}
        </Button>
      </Row>
    </Stack>
  );
}
