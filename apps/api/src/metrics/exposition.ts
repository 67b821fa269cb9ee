import { latencyBounds, type RouteCount } from '#edge';
import type { Sample } from '../platform/meters.js';

export const expositionType = 'text/plain; version=0.0.4; charset=utf-8';
const prefix = 'situation_table_';

function labelText(labels: Readonly<Record<string, string>>): string {
  const parts = Object.entries(labels).map(
    ([name, value]) => `${name}="${value.replaceAll(/[\\"]/g, '\\$&').replaceAll('\n', '\\n')}"`,
  );
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

/** One metric in the text format of Prometheus 0.0.4 (prometheus.io/docs/instrumenting/exposition_formats). */
export function metricText(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  samples: readonly Sample[],
): string {
  const lines = samples.map(({ labels = {}, value }) => `${prefix}${name}${labelText(labels)} ${value}`);
  return `# HELP ${prefix}${name} ${help}\n# TYPE ${prefix}${name} ${type}\n${lines.map((line) => `${line}\n`).join('')}`;
}

/** Requests as a histogram: cumulative classes of latency, sum and count of each route and class of status. */
export function requestsText(rows: readonly RouteCount[]): string {
  const name = `${prefix}request_duration_seconds`;
  const lines = rows.flatMap(({ method, route, status, classes, seconds }) => {
    const labels = { method, route, status };
    let total = 0;
    const buckets = [...latencyBounds.map(String), '+Inf'].map((bound, at) => {
      total += classes[at] ?? 0;
      return `${name}_bucket${labelText({ ...labels, le: bound })} ${total}`;
    });
    return [
      ...buckets,
      `${name}_sum${labelText(labels)} ${seconds}`,
      `${name}_count${labelText(labels)} ${total}`,
    ];
  });
  return `# HELP ${name} How long requests took, from their first byte to the end of their answer.\n# TYPE ${name} histogram\n${lines.map((line) => `${line}\n`).join('')}`;
}
