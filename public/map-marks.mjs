// The marks that the map puts on alarms: the shapes that levels have everywhere, in the colours of the tokens.

/** A level's mark: diamond, triangle, square or circle, so that colour is never alone. */
export function mark(level, css, u) {
    const ratio = Math.max(1, devicePixelRatio);
    const size = Math.ceil(30 * u * ratio);
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = size;
    const pen = canvas.getContext('2d');
    const at = (x, y) => [size * x, size * y];
    pen.beginPath();
    if (level === 'red') {
        [[.5, .08], [.92, .5], [.5, .92], [.08, .5]].forEach(([x, y]) => pen.lineTo(...at(x, y)));
    } else if (level === 'orange') {
        [[.5, .14], [.9, .84], [.1, .84]].forEach(([x, y]) => pen.lineTo(...at(x, y)));
    } else if (level === 'yellow') {
        pen.rect(...at(.2, .2), ...at(.6, .6));
    } else {
        pen.arc(...at(.5, .5), size * .3, 0, 7);
    }
    pen.closePath();
    pen.fillStyle = css.getPropertyValue(`--${level}`).trim();
    pen.strokeStyle = css.getPropertyValue('--map-void').trim();
    pen.lineWidth = 2 * u * ratio;
    pen.lineJoin = 'round';
    pen.fill();
    pen.stroke();
    return [pen.getImageData(0, 0, size, size), { pixelRatio: ratio }];
}
