import type { Context as OtelContext, Span } from '@opentelemetry/api';
import type { Current } from '../signals/current.ts';
import {
  operationBegan,
  operationEnded,
  type BegunOperation,
  type EndedOperation,
} from '../signals/operations.ts';
import { statementAnswered, type StatementSent } from '../signals/statements.ts';
import { listen } from './listen.ts';
import { summaryOf, withoutValues } from './statement-in-short.ts';

/** A request, as its span tells of it: never its address with what was asked, a header or who sent it. */
export interface TracedRequest {
  method: string;
  /** As it is registered, such as `/figures/:file`. */
  route: string;
}

export interface Traces {
  began(current: Current, traceparent: string | undefined): void;
  ended(current: Current, request: TracedRequest, status: number): void;
  /** Sends what is not yet sent. */
  stop(): Promise<void>;
}

/**
 * Sends a span of every request, operation and statement to a collector, by OTLP over HTTP. The libraries are fetched
 * here and not before: most servers have no collector.
 */
export async function startTraces(endpoint: string): Promise<Traces> {
  const [{ ROOT_CONTEXT, SpanKind, SpanStatusCode, trace }, sdk, { OTLPTraceExporter }, resources] =
    await Promise.all([
      import('@opentelemetry/api'),
      import('@opentelemetry/sdk-trace'),
      import('@opentelemetry/exporter-trace-otlp-http'),
      import('@opentelemetry/resources'),
    ]);
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/$/, '')}/v1/traces` });
  const provider = new sdk.TracerProvider({
    resource: resources.resourceFromAttributes({ 'service.name': 'tacit' }),
    spanProcessors: [new sdk.BatchSpanProcessor({ exporter })],
  });
  const tracer = provider.getTracer('tacit');
  const spans = new WeakMap<Current, Span>();
  const above = (from: Current | null | undefined): OtelContext => {
    for (let at = from ?? null; at !== null; at = at.within) {
      const span = spans.get(at);
      if (span) return trace.setSpan(ROOT_CONTEXT, span);
    }
    return ROOT_CONTEXT;
  };
  /** An operation's span, apart from its request's where one and the same `current` is both. */
  const operations = new WeakMap<Current, Span>();
  const aboveStatement = (from: Current | undefined): OtelContext => {
    const span = from && operations.get(from);
    return span ? trace.setSpan(ROOT_CONTEXT, span) : above(from);
  };

  const stopListening = listen([
    [
      operationBegan,
      (told) => {
        const { current, name, kind } = told as BegunOperation;
        if (!current) return;
        const attributes = { 'graphql.operation.name': name, 'graphql.operation.type': kind };
        operations.set(current, tracer.startSpan(`${kind} ${name}`, { attributes }, above(current)));
      },
    ],
    [
      operationEnded,
      (told) => {
        const { current, codes, requested, actual } = told as EndedOperation;
        const span = current && operations.get(current);
        if (!span) return;
        operations.delete(current);
        span.setAttributes({ 'tacit.cost.requested': requested, 'tacit.cost.actual': actual });
        if (codes.length > 0) {
          span.setAttribute('tacit.error.codes', [...new Set(codes)]);
          span.setStatus({ code: SpanStatusCode.ERROR, message: codes[0]! });
        }
        span.end();
      },
    ],
    [
      statementAnswered,
      (told) => {
        const { current, sql, hasValues, sentAt, took, failed } = told as StatementSent;
        // Of nobody's work: a health check, a sweep.
        if (!current) return;
        const summary = summaryOf(sql);
        const span = tracer.startSpan(
          summary,
          {
            kind: SpanKind.CLIENT,
            startTime: sentAt,
            attributes: {
              'db.system.name': 'postgresql',
              'db.query.summary': summary,
              ...(hasValues && { 'db.query.text': withoutValues(sql) }),
            },
          },
          aboveStatement(current),
        );
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end(sentAt + took);
      },
    ],
  ]);

  return {
    began(current, traceparent) {
      const parent =
        traceparent === undefined ? null : /^00-([\da-f]{32})-([\da-f]{16})-([\da-f]{2})$/.exec(traceparent);
      const context = parent
        ? trace.setSpanContext(ROOT_CONTEXT, {
            traceId: parent[1]!,
            spanId: parent[2]!,
            traceFlags: Number.parseInt(parent[3]!, 16),
            isRemote: true,
          })
        : ROOT_CONTEXT;
      spans.set(current, tracer.startSpan('HTTP', { kind: SpanKind.SERVER }, context));
    },
    ended(current, { method, route }, status) {
      const span = spans.get(current);
      if (!span) return;
      span.updateName(`${method} ${route}`);
      span.setAttributes({
        'http.request.method': method,
        'http.route': route,
        'http.response.status_code': status,
        'tacit.request.id': current.requestId ?? '',
      });
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    },
    async stop() {
      stopListening();
      await provider.shutdown();
    },
  };
}
