// xmodverify - checks one exported Custos log with golang.org/x/mod, a code base that Custos shares nothing with.
//
// Builds from Debian 12 packages alone:
//
//	apt-get install golang-go golang-golang-x-mod-dev
//	GO111MODULE=off GOPATH=/usr/share/gocode go build -o /tmp/xmodverify ./tools/inspect/xmodverify
//	/tmp/xmodverify -vkey "$(cat FOLDER/vkey)" FOLDER
//
// It opens the signed note with sumdb/note and recomputes the tree from the entries with sumdb/tlog's hash functions, then
// compares every hash tile. It does not use tlog.TileHashReader: versions before 0.40.0 accept forged tiles
// (CVE-2026-56865), and Debian 12 ships 0.7.0.
package main

import (
	"bytes"
	"encoding/base64"
	"encoding/binary"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const width = 256

func fail(format string, values ...interface{}) {
	fmt.Fprintf(os.Stderr, "NOT SOUND: "+format+"\n", values...)
	os.Exit(1)
}

// tilePath is tile/<level>/<index>[.p/<width>]; x/mod's own Tile.Path has the height in it, the rest is the same.
func tilePath(level string, index int64, w int) string {
	path := fmt.Sprintf("%03d", index%1000)
	for index >= 1000 {
		index /= 1000
		path = fmt.Sprintf("x%03d/%s", index%1000, path)
	}
	path = "tile/" + level + "/" + path
	if w < width {
		path += ".p/" + strconv.Itoa(w)
	}
	return path
}

// root is the RFC 6962 root over roots of equal full trees.
func root(hashes []tlog.Hash) tlog.Hash {
	for len(hashes) > 1 {
		var above []tlog.Hash
		for i := 0; i+1 < len(hashes); i += 2 {
			above = append(above, tlog.NodeHash(hashes[i], hashes[i+1]))
		}
		if len(hashes)%2 == 1 {
			above = append(above, hashes[len(hashes)-1])
		}
		hashes = above
	}
	return hashes[0]
}

func checkpoint(folder, vkey string) (int64, tlog.Hash) {
	verifier, err := note.NewVerifier(vkey)
	if err != nil {
		fail("vkey: %v", err)
	}
	message, err := os.ReadFile(filepath.Join(folder, "checkpoint"))
	if err != nil {
		fail("%v", err)
	}
	opened, err := note.Open(message, note.VerifierList(verifier))
	if err != nil {
		fail("checkpoint: %v", err)
	}
	lines := strings.Split(opened.Text, "\n")
	if len(lines) != 4 || lines[0] != verifier.Name() {
		fail("checkpoint: malformed, or of another log")
	}
	size, err := strconv.ParseInt(lines[1], 10, 64)
	if err != nil || size < 0 || strconv.FormatInt(size, 10) != lines[1] {
		fail("checkpoint: size")
	}
	data, err := base64.StdEncoding.DecodeString(lines[2])
	if err != nil || len(data) != tlog.HashSize {
		fail("checkpoint: root")
	}
	var head tlog.Hash
	copy(head[:], data)
	return size, head
}

func leaves(folder string, size int64, name string) []tlog.Hash {
	var hashes []tlog.Hash
	for index := int64(0); index*width < size; index++ {
		w := width
		if size-index*width < width {
			w = int(size - index*width)
		}
		path := tilePath("entries", index, w)
		data, err := os.ReadFile(filepath.Join(folder, path))
		if err != nil {
			fail("%v", err)
		}
		for i := 0; i < w; i++ {
			if len(data) < 2 || len(data) < 2+int(binary.BigEndian.Uint16(data)) {
				fail("%s: ends too early", path)
			}
			entry := data[2 : 2+binary.BigEndian.Uint16(data)]
			start := fmt.Sprintf("custos-entry/v1\nseq %d\n", len(hashes))
			if !bytes.HasPrefix(entry, []byte(start)) || !bytes.Contains(entry, []byte("\nlog "+name+"\n")) {
				fail("entry %d: another number or another log", len(hashes))
			}
			hashes = append(hashes, tlog.RecordHash(entry))
			data = data[2+len(entry):]
		}
		if len(data) != 0 {
			fail("%s: holds more than its entries", path)
		}
	}
	return hashes
}

func tiles(folder string, hashes []tlog.Hash) {
	for level := 0; len(hashes) > 0; level++ {
		var above []tlog.Hash
		for index := 0; index*width < len(hashes); index++ {
			tile := hashes[index*width:]
			if len(tile) > width {
				tile = tile[:width]
			}
			var want []byte
			for _, hash := range tile {
				want = append(want, hash[:]...)
			}
			path := tilePath(strconv.Itoa(level), int64(index), len(tile))
			data, err := os.ReadFile(filepath.Join(folder, path))
			if err != nil {
				fail("%v", err)
			}
			if !bytes.Equal(data, want) {
				fail("%s: differs from the entries", path)
			}
			if len(tile) == width {
				above = append(above, root(tile))
			}
		}
		hashes = above
	}
}

func main() {
	vkey := flag.String("vkey", "", "verifier key of the log")
	flag.Parse()
	if flag.NArg() != 1 || *vkey == "" {
		fmt.Fprintln(os.Stderr, "usage: xmodverify -vkey KEY FOLDER")
		os.Exit(2)
	}
	folder, key := flag.Arg(0), strings.TrimSpace(*vkey)
	size, head := checkpoint(folder, key)
	hashes := leaves(folder, size, strings.SplitN(key, "+", 2)[0])
	tiles(folder, hashes)
	if size > 0 && root(hashes) != head {
		fail("the entries do not give the root that the checkpoint signs")
	}
	fmt.Printf("sound: %d entries, root %s\n", size, base64.StdEncoding.EncodeToString(head[:]))
}
