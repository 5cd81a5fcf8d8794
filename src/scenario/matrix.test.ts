import { describe, expect, it } from 'vitest';
import { halfMessage } from '../protocols/half-message/protocol.ts';
import { localMessageTable } from '../protocols/local-message-table/protocol.ts';
import { plainMq } from '../protocols/plain-mq/protocol.ts';
import { protocols } from '../protocols/registry.ts';
import { FAULT_IDS } from '../protocols/shared/faults.ts';
import { twoPhaseCommit } from '../protocols/two-phase-commit/protocol.ts';
import { readLink } from './link.ts';
import { matrixOf } from './matrix.ts';

describe('the outcome table', () => {
  const matrix = matrixOf(protocols);

  it('[MX1] has a row for every fault and links that open what they promise', () => {
    expect(matrix.rows.map(({ fault }) => fault)).toEqual(FAULT_IDS);
    for (const { cells } of matrix.rows) {
      expect(cells).toHaveLength(matrix.columns.length);
      for (const { link } of cells) expect(readLink(protocols, link).problem).toBeNull();
    }
  });

  it('[MX2] shows what half messages do at their defaults', () => {
    const { columns, rows } = matrixOf([halfMessage]);
    expect(columns[0]).toEqual({ protocol: 'half-message', settings: {} });
    expect(Object.fromEntries(rows.map(({ fault, cells }) => [fault, cells[0]?.verdict]))).toEqual({
      none: 'consistent',
      'order-dies-after-commit': 'late',
      'message-lost': 'late',
      'message-unroutable': 'consistent',
      'confirm-lost': 'consistent',
      'ack-lost': 'consistent',
      'consumer-dies-after-commit': 'consistent',
      'broker-dies': 'consistent',
      'local-transaction-slow': 'consistent',
      'local-transaction-fails': 'consistent',
      'sender-stays-down': 'parked',
      'points-database-down': 'late',
    });
  });

  it('[MX2] shows what a local message table does, with the confirmation of the consumer and without dedup', () => {
    const { rows } = matrixOf([localMessageTable]);
    expect(Object.fromEntries(rows.map(({ fault, cells }) => [fault, cells.map(({ verdict }) => verdict)]))).toEqual({
      none: ['consistent', 'consistent', 'consistent'],
      'order-dies-after-commit': ['late', 'late', 'late'],
      'message-lost': ['late', 'late', 'late'],
      'message-unroutable': ['lost', 'late', 'lost'],
      'confirm-lost': ['consistent', 'consistent', 'duplicated'],
      'ack-lost': ['consistent', 'consistent', 'consistent'],
      'consumer-dies-after-commit': ['consistent', 'consistent', 'duplicated'],
      'broker-dies': ['consistent', 'consistent', 'consistent'],
      'local-transaction-slow': ['consistent', 'consistent', 'consistent'],
      'local-transaction-fails': ['consistent', 'consistent', 'consistent'],
      'sender-stays-down': ['pending', 'pending', 'pending'],
      'points-database-down': ['late', 'late', 'late'],
    });
  });

  it('[MX2] shows what plain messaging does in both orders', () => {
    const { rows } = matrixOf([plainMq]);
    expect(Object.fromEntries(rows.map(({ fault, cells }) => [fault, cells.map(({ verdict }) => verdict)]))).toEqual({
      none: ['consistent', 'consistent'],
      'order-dies-after-commit': ['lost', 'consistent'],
      'message-lost': ['lost', 'consistent'],
      'message-unroutable': ['lost', 'lost'],
      'confirm-lost': ['consistent', 'phantom'],
      'ack-lost': ['consistent', 'consistent'],
      'consumer-dies-after-commit': ['consistent', 'consistent'],
      'broker-dies': ['consistent', 'consistent'],
      'local-transaction-slow': ['consistent', 'consistent'],
      'local-transaction-fails': ['consistent', 'phantom'],
      'sender-stays-down': ['lost', 'phantom'],
      'points-database-down': ['late', 'late'],
    });
  });

  it('[MX2] shows what two-phase commit does', () => {
    const { rows } = matrixOf([twoPhaseCommit]);
    expect(Object.fromEntries(rows.map(({ fault, cells }) => [fault, cells[0]?.verdict]))).toEqual({
      none: 'consistent',
      'order-dies-after-commit': 'late',
      'message-lost': 'late',
      'message-unroutable': 'consistent',
      'confirm-lost': 'consistent',
      'ack-lost': 'consistent',
      'consumer-dies-after-commit': 'consistent',
      'broker-dies': 'consistent',
      'local-transaction-slow': 'consistent',
      'local-transaction-fails': 'consistent',
      'sender-stays-down': 'blocked',
      'points-database-down': 'consistent',
    });
  });

  it('[MX3] never ends in the middle: undisturbed runs are at rest, and only a row whose relay stays down still waits', () => {
    const pending = matrix.rows.flatMap(({ fault, cells }) =>
      cells.flatMap(({ verdict }, index) =>
        verdict === 'pending' ? [`${fault} ${matrix.columns[index]?.protocol}`] : [],
      ),
    );
    expect([...new Set(pending)]).toEqual(['sender-stays-down local-message-table']);
  });
});
