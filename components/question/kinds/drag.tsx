'use client'
import { DndContext, MouseSensor, pointerWithin, TouchSensor, useDraggable, useDroppable, useSensor, useSensors } from '@dnd-kit/core'
import { type ButtonHTMLAttributes, type ReactNode, useId } from 'react'

/**
 * Dragging, beside pressing and never instead of it: a part is a button that can also be dragged, a place is where it can be let go. With the
 * keyboard and a screen reader one presses, so nothing is announced here.
 */
export function DragArea({ onDrop, children }: { onDrop: (part: string, place: string) => void; children: ReactNode }) {
  const sensors = useSensors(
    useSensor(MouseSensor, { activationConstraint: { distance: 6 } }),
    // Long enough that a finger can still scroll the page.
    useSensor(TouchSensor, { activationConstraint: { delay: 160, tolerance: 8 } }),
  )
  const silent = () => undefined
  return (
    <DndContext
      id={useId()}
      sensors={sensors}
      collisionDetection={pointerWithin}
      accessibility={{
        screenReaderInstructions: { draggable: '' },
        announcements: { onDragStart: silent, onDragOver: silent, onDragEnd: silent, onDragCancel: silent },
      }}
      onDragEnd={({ active, over }) => {
        if (over) onDrop(String(active.id), String(over.id))
      }}
    >
      {children}
    </DndContext>
  )
}

export function DragButton({ part, className = '', style, ...rest }: { part: string } & ButtonHTMLAttributes<HTMLButtonElement>) {
  const { setNodeRef, listeners, transform, isDragging } = useDraggable({ id: part, disabled: rest.disabled ?? false })
  const moved = transform ? { ...style, transform: `translate(${transform.x}px, ${transform.y}px)` } : style
  return <button type="button" ref={setNodeRef} className={isDragging ? `${className} dragging` : className} style={moved} {...listeners} {...rest} />
}

/** A place that shows when something would fall into it. */
export function DropPlace({
  place,
  as: As = 'div',
  className = '',
  children,
}: {
  place: string
  as?: 'div' | 'li' | 'span'
  className?: string
  children: ReactNode
}) {
  const { setNodeRef, isOver } = useDroppable({ id: place })
  return (
    <As ref={setNodeRef} className={isOver ? `${className} over` : className}>
      {children}
    </As>
  )
}
