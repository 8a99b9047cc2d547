"""A small model of zeros, as a file: of the right shapes, so that it loads, and of no use."""
import json
import re

HASHED_ROWS, ARC, TAGS = 27776, 128, 535  # as src/model/features.h and src/syntax/heads.h have them
WIDTH = 16
PIECES = b"[UNK]\nkim\n##s\nsaid\n\n\n\n\n\n"
METADATA = {"schema": "readout-model/1", "check": "0" * 16, "dilations": "1 2", "labels.upos": "NOUN VERB",
            "labels.xpos": "NN VB", "labels.deprel": "root nsubj"}


def product(name, outputs, *inputs):
    yield name + ".scale", "F32", [outputs]
    yield name + ".bias", "F32", [outputs]
    yield name + ".quant", "F32", [inputs[-1]]
    yield name + ".weight", "I8", [outputs, *inputs]


def tensors():
    """(name, type, shape) of each."""
    rows = PIECES.count(b"\n") + HASHED_ROWS
    yield "embedding.scales", "F32", [rows]
    yield "embedding.rows", "I8", [rows, WIDTH]
    yield from product("input", WIDTH, WIDTH)
    for layer in range(len(METADATA["dilations"].split())):
        yield from product("layer.%d" % layer, 2 * WIDTH, 3, WIDTH)
    yield from product("start", 1, WIDTH)
    yield from product("syntax", TAGS + 4, WIDTH)
    yield "syntax.root", "F32", [ARC]
    yield "syntax.relation.weight", "F32", [2, ARC]
    yield "syntax.relation.bias", "F32", [2]
    yield "vocabulary", "U8", [len(PIECES)]


def without_check(**metadata):
    """The bytes of the file, its check still zeros; metadata that are None are left out."""
    metadata = {name: value for name, value in {**METADATA, **metadata}.items() if value is not None}
    header, end = {"__metadata__": metadata}, 0
    for name, kind, shape in tensors():
        begin, size = end, 4 if kind == "F32" else 1
        for dimension in shape:
            size *= dimension
        end += size
        header[name] = {"dtype": kind, "shape": shape, "data_offsets": [begin, end]}
    text = json.dumps(header).encode()
    text += -len(text) % 8 * b" "
    return len(text).to_bytes(8, "little") + text + (end - len(PIECES)) * b"\0" + PIECES


def write(case, name="model.safetensors"):
    """Write the file into the folder of a test. The check is what the program says that it should be: Python has no XXH3,
    and tests/unit/model_weights.c looks whether the program has the right one."""
    content = without_check()
    case.write(name, content)
    said = case.run_program("version", env={"READOUT_MODEL": name})[2]
    check = re.search("its check should be ([0-9a-f]{16}), but is 0{16};", said)
    case.assertTrue(check, said)
    case.write(name, content.replace(b"0" * 16, check[1].encode(), 1))
    return name
