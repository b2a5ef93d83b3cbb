import type { ReactNode } from 'react'
import styles from './Twin.module.css'

export type Table = { head: readonly string[]; rows: readonly (readonly ReactNode[])[] }

/** A chart and the table that says the same. One of them is on screen; a screen reader always gets the table. */
export function Twin({ title, words, table, asTable, empty, children }: { title: string; words: string; table: Table; asTable: boolean; /** Nothing to draw: the words say so. */ empty: boolean; children: ReactNode }) {
  return (
    <figure className={styles.figure}>
      <figcaption>
        <h3>{title}</h3>
        <p>{words}</p>
      </figcaption>
      {!asTable && (
        <div className={styles.chart} aria-hidden="true">
          {!empty && children}
        </div>
      )}
      <div className={asTable ? styles.tableBox : 'wg-visually-hidden'}>
        <table className={styles.table}>
          <caption className="wg-visually-hidden">{title}</caption>
          <thead>
            <tr>
              {table.head.map((cell) => (
                <th key={cell} scope="col">
                  {cell}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row, i) => (
              <tr key={i}>
                {row.map((cell, j) => (j === 0 ? <th key={j} scope="row">{cell}</th> : <td key={j}>{cell}</td>))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  )
}
